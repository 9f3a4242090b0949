// The page under the bench: first load, frames while scrubbing, and how long a fault takes. Both sides of a ratio are
// measured in one run, because absolute times hold for one machine only. An aim that is missed is said, and breaks nothing.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { copyPicture, scrubByHand, scrubSlider, strikeMessages } from './benchInPage.mjs'
import { findBrowser } from './browser.mjs'
import { freePort } from './port.mjs'
import { root } from './run.mjs'

/** The aim is for so many marks: besides the largest story, the run next to it in size is measured. */
const USUAL_MARKS = 300
/** No story is that large, so runs of the Lab with more and more records stand for it. */
const LONGER_RUNS = [4, 5, 6, 7, 8, 9].map((records) => `records=${records}&reader=card`)
/** Frames from the start to the end and back: two seconds where none is late. */
const STEPS = 120
const THROTTLE = 4
const MARKS = '#timeline [role="grid"] [data-mark]'

/** What was built, served as `npm start` serves it. */
async function serveBuild() {
  const { preview } = await import('vite')
  const server = await preview({
    root,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: await freePort(4300), strictPort: true },
  })
  return { server, url: server.resolvedUrls.local[0] }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

async function opened(browser, url, hash = '') {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${url}${hash}`)
  await page.waitForSelector('#timeline [data-name]')
  return page
}

/** From asking for the page to the picture on it. */
async function firstLoad(browser, url) {
  const times = []
  for (let turn = 0; turn < 5; turn += 1) {
    const page = await opened(browser, url)
    times.push(
      await page.evaluate(
        () =>
          new Promise((done) => {
            new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime)).observe({
              type: 'paint',
              buffered: true,
            })
          }),
      ),
    )
    await page.close()
  }
  return median(times)
}

/** Frames a second and ms of the main thread for each, on a machine four times as slow. */
async function scrubbed(page, scrub, argument) {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  const busy = async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  await page.evaluate(scrub, argument)
  const before = await busy()
  const { frames, ms } = await page.evaluate(scrub, argument)
  const taken = (await busy()) - before
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return { fps: (frames * 1000) / ms, perFrame: taken / frames }
}

/** The largest of the stories, and the run that has about as many marks as the aim is for; each by its link. */
async function runsToScrub(browser, url) {
  const ids = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'stories'], { encoding: 'utf8' })
  const stories = ids.split('\n').flatMap((row) => row.match(/^[\w-]+/)?.map((id) => `s=${id}`) ?? [])
  const page = await opened(browser, url)
  const measured = async (link) => {
    await page.goto('about:blank')
    await openRun(page, url, link)
    return { link, marks: await page.locator(MARKS).count() }
  }
  const [told, longer] = [[], []]
  for (const link of stories) told.push(await measured(link))
  for (const link of LONGER_RUNS) longer.push(await measured(link))
  await page.close()
  const away = ({ marks }) => Math.abs(marks - USUAL_MARKS)
  const largest = told.toSorted((a, b) => b.marks - a.marks)[0]
  const usual = longer.toSorted((a, b) => away(a) - away(b))[0]
  return [usual.link, largest.link]
}

/** A question stops the time: it is passed over, so that the playhead can be moved. */
async function openRun(page, url, link) {
  await page.goto(`${url}#/lab?${link}`)
  // The first of them may be hidden: it is there as well.
  await page.waitForSelector(MARKS, { state: 'attached' })
  const passOver = page.locator('#story-question button[type="button"]')
  if ((await passOver.count()) > 0) await passOver.click()
}

async function scrubbing(browser, url, link) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await openRun(page, url, link)
  await page.waitForTimeout(500)
  const picture = await page.evaluate(copyPicture)
  const ours = await scrubbed(page, scrubSlider, { steps: STEPS })
  await page.close()
  const bare = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await bare.setContent(`<!doctype html><body>${picture.svg}</body>`)
  const byHand = await scrubbed(bare, scrubByHand, { steps: STEPS, width: picture.width })
  await bare.close()
  return { ours, byHand, marks: picture.marks }
}

async function strikes(browser, url) {
  const page = await opened(browser, url)
  await page.waitForTimeout(500)
  const answer = (record) => `ProduceResponse[${record}] broker-1>producer-1 #1`
  const times = await page.evaluate(strikeMessages, ['A', 'B', 'C', 'D', 'E', 'B', 'D'].map(answer))
  await page.close()
  return median(times)
}

const line = (what, value, unit, aim, isOver) =>
  console.log(`  ${what.padEnd(44)}${value.toFixed(1).padStart(7)} ${unit}${aim}${isOver ? '  over its aim' : ''}`)

async function measure(browser, url) {
  const paint = await firstLoad(browser, url)
  line('first load to the first paint', paint, 'ms', ' of 1000', paint > 1000)
  const strike = await strikes(browser, url)
  line('fault to new scene, five records', strike, 'ms', ' of 16', strike > 16)
  for (const link of await runsToScrub(browser, url)) await measureScrubbing(browser, url, link)
}

async function measureScrubbing(browser, url, link) {
  const { ours, byHand, marks } = await scrubbing(browser, url, link)
  const ratio = ours.perFrame / byHand.perFrame
  console.log(`  scrubbing ${marks} marks (${link}), ${THROTTLE}× slower`)
  line('frames a second', ours.fps, '  ', ' of 55 at least', ours.fps < 55)
  line('frames a second, moved by hand', byHand.fps, '  ', '', false)
  line('main thread for a frame', ours.perFrame, 'ms', '', false)
  line('main thread for a frame, moved by hand', byHand.perFrame, 'ms', '', false)
  line('ours to by hand', ratio, '× ', ' of 1.5', ratio > 1.5)
}

/** Prints what was measured; says why when nothing could be. */
export async function benchPage() {
  console.log('\npage')
  const launch = findBrowser()
  if (launch === undefined) return console.log('  no browser is here; set DELIVERY_LAB_CHROMIUM')
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  const { server, url } = await serveBuild()
  let browser
  try {
    browser = await chromium.launch(launch)
    await measure(browser, url)
  } catch (error) {
    console.log(`  not measured: ${String(error).split('\n')[0]}`)
  } finally {
    await browser?.close()
    await server.close()
  }
}
