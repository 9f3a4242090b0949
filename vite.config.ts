import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { remStyles } from './scripts/remStyles.mjs'

// Two things are built from this one file, into the same folder: the page (`vite build`) and the command line
// (`vite build --mode cli`, one file for Node). The page comes first and empties dist; the command line must not.
const commandLine = {
  publicDir: false as const,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    ssr: 'src/cli/main.ts',
    target: 'node20',
    rolldownOptions: {
      external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { entryFileNames: 'cli.js', chunkFileNames: 'cli-[name].js', codeSplitting: false },
    },
  },
  // Everything the command line uses goes into its file, so that dist runs without node_modules.
  ssr: { noExternal: true as const },
}

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return commandLine
  return {
    // Relative, so that dist works from any folder of any server.
    base: './',
    plugins: [react()],
    css: { postcss: { plugins: [remStyles()] } },
    build: { target: 'es2023', outDir: 'dist', manifest: true },
  }
})
