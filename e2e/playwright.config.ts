import { defineConfig } from '@playwright/test'
import { pickBrowser } from './pickBrowser.ts'

// `npm run e2e` and `npm test` build first and choose a free port.
const port = Number(process.env.DELIVERY_LAB_PORT ?? 4273)

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    // Tests look at the picture at a fixed cursor; what moves by itself is asked to hold still.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...pickBrowser(),
      // Nothing here needs the network, and some machines have none.
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    // Writing down every page at every step takes as long as the steps. Of a test that fails: `--trace on`.
    trace: 'off',
    video: 'off', // needs a part of Playwright that a system Chromium does not bring; traces show more
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    // Whatever else listens there would not be what was built.
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
