import base from '/work/main/e2e/playwright.config.ts'
const { webServer, ...rest } = base as any
export default { ...rest, testDir: '/work/main/e2e', outputDir: '/tmp/ui5199/results', use: { ...rest.use, baseURL: 'http://127.0.0.1:5199/', trace: 'off' } }
