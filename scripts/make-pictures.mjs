import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './root.mjs'

/**
 * The small pictures of the start page, taken from a demo of its own on a busy morning. Run it when a screen has
 * changed, after `npm run build`: node scripts/make-pictures.mjs
 */
const folder = join(root, 'start-ui/pictures')
const dataDir = mkdtempSync(join(tmpdir(), 'antrean-pictures-'))
/** Sharp on screens of twice the density. */
const density = 2
/** Counter 1 of the booth that everybody knows. */
const counter = 4

const program = spawn(process.execPath, [join(root, 'dist/server/main.js'), '--demo'], {
  env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const base = await addressOf(program)
  const hub = talkTo(base)
  const day = { scenario: 'busy' }
  await hub.post('/api/demo/simulation', { ...day, speed: 240 })
  await hub.untilClock('09:20')
  await hub.post('/api/demo/simulation', { ...day, speed: 60 })
  await hub.untilClock('09:41')
  await hub.post('/api/demo/simulation', { ...day, speed: 1 })
  const mine = [...(await hub.issue('DUKC-01', 5)), ...(await hub.issue('DUKC-03', 4, { priority: 'elderly' }))]
  await hub.callAt(counter)
  await hub.callAt(counter)
  await takePictures(base, hub, await hub.stillWaiting(mine))
} finally {
  await browser.close()
  program.kill('SIGTERM')
  await new Promise((resolve) => program.once('exit', resolve))
  rmSync(dataDir, { recursive: true, force: true })
}

async function takePictures(base, hub, ticket) {
  const slip = await hub.slip('K1')
  const tv = { width: 1920, height: 1080, shown: 344, afterMs: 9_000 }
  const desk = { width: 1440, height: 900, shown: 344 }
  const phone = { width: 390, height: 844, shown: 158, scale: 2 }
  await take('kiosk', { url: `${base}/kiosk?device=K1`, width: 1080, height: 1920, shown: 176 })
  await take('paper', { url: base + slip, width: 576, height: 1284, shown: 148 })
  await take('phone', { ...phone, url: `${base}/t/${ticket.publicCode}` })
  await take('services', { ...phone, url: `${base}/visit` })
  await take('display', { ...tv, url: `${base}/display?zone=A` })
  await take('display-calling', {
    ...tv,
    url: `${base}/display?zone=A`,
    before: () => hub.callAt(counter),
    thenMs: 3_000,
  })
  await take('display-booth', {
    url: `${base}/display/booth/DUKC`,
    width: 1280,
    height: 400,
    shown: 344,
    before: () => hub.callAt(counter),
    thenMs: 2_000,
  })
  await hub.callAt(counter)
  const officer = { role: 'officer', counter }
  await take('counter', {
    url: `${base}/counter?counter=${counter}`,
    width: 1366,
    height: 768,
    shown: 344,
    session: officer,
  })
  await take('desk', { ...desk, url: `${base}/desk`, session: { role: 'information' } })
  await take('supervisor', { ...desk, url: `${base}/supervisor`, session: { role: 'supervisor' } })
  await take('api', { ...desk, url: `${base}/api/docs`, afterMs: 4_000 })
}

/** Opens a screen as its device would, waits until it stands, and keeps it `shown` px wide. */
async function take(name, { url, width, height, shown, scale = 1, session, afterMs = 2_000, before, thenMs = 0 }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'id-ID' })
  const page = await context.newPage()
  if (session) await page.request.post(`${new URL(url).origin}/api/demo/session`, { data: session })
  await page.goto(url)
  await page.waitForTimeout(afterMs)
  await before?.()
  await page.waitForTimeout(thenMs)
  const png = await page.screenshot({ clip: { x: 0, y: 0, width, height } })
  await context.close()
  writeFileSync(join(folder, `${name}.webp`), await shrink(png, shown * density))
  console.log(name)
}

/** A PNG as a WebP of the given width. */
async function shrink(png, width) {
  const page = await browser.newPage()
  const address = await page.evaluate(
    async ([source, wide]) => {
      const image = new Image()
      image.src = source
      await image.decode()
      // Halving by halves keeps thin strokes where one great step would lose them.
      let from = image
      let [w, h] = [image.naturalWidth, image.naturalHeight]
      for (;;) {
        const last = w / 2 <= wide
        const canvas = document.createElement('canvas')
        canvas.width = last ? wide : Math.round(w / 2)
        canvas.height = Math.round((h * canvas.width) / w)
        const brush = canvas.getContext('2d')
        brush.imageSmoothingQuality = 'high'
        brush.drawImage(from, 0, 0, canvas.width, canvas.height)
        if (last) return canvas.toDataURL('image/webp', 0.86)
        from = canvas
        w = canvas.width
        h = canvas.height
      }
    },
    [`data:image/png;base64,${png.toString('base64')}`, width],
  )
  await page.close()
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

/** The address that the hub prints when it is open. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (bytes) => {
      said += bytes
      const address = /Antrean is open: (http:\/\/\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
  })
}

/** What the pictures need of the hub, over its own API. */
function talkTo(base) {
  const get = async (path, token) =>
    (await fetch(base + path, token ? { headers: { authorization: `Bearer ${token}` } } : {})).json()
  const post = async (path, body, token) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    return (await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  return {
    post,
    /** Waits until the simulated day has reached a time of day. */
    async untilClock(time) {
      for (;;) {
        const { clock } = await get('/api/demo/simulation')
        if (new Date(clock).toLocaleTimeString('en-GB', { timeZone: 'Asia/Makassar' }) >= time) return
        await pause(200)
      }
    },
    async issue(service, count, more = {}) {
      const tickets = []
      for (let n = 0; n < count; n++)
        tickets.push((await post('/api/tickets', { service, delivery: 'none', ...more })).ticket)
      return tickets
    },
    /** The one with the most to tell: still waiting, and overtaken if any was. */
    async stillWaiting(tickets) {
      const now = await Promise.all(tickets.map(({ publicCode }) => get(`/api/tickets/${publicCode}`)))
      const worth = ({ overtakenBy, ahead }) => Math.min(2, overtakenBy.length) * 10 - Math.abs(ahead - 3)
      const waiting = now.map(({ ticket }) => ticket).filter(({ state, priority }) => state === 'waiting' && !priority)
      return waiting.sort((a, b) => worth(b) - worth(a))[0] ?? tickets.at(-1)
    },
    /** Prints a number at a kiosk; the address of the slip's picture. */
    async slip(kiosk) {
      const { ticket } = await post('/api/tickets', { service: 'DUKC-01', kiosk, delivery: 'print' })
      for (let tries = 0; tries < 100; tries++) {
        const page = await (await fetch(`${base}/virtual/printers/${kiosk}`)).text()
        const picture = new RegExp(`/virtual/printers/${kiosk}/\\d+-${ticket.label}\\.png`).exec(page)?.[0]
        if (picture) return picture
        await pause(200)
      }
      throw new Error('the slip did not come out')
    },
    /** A demo officer takes the counter over, ends what is open there, and calls. */
    async callAt(counter) {
      const officer = (await post('/api/demo/session', { role: 'officer', counter })).token
      const supervisor = (await post('/api/demo/session', { role: 'supervisor' })).token
      const { booths } = await get('/api/hall', supervisor)
      const open = booths.flatMap(({ counters }) => counters).find(({ number }) => number === counter)
      if (open.ticket) await post(`/api/tickets/${open.ticket.id}/finish`, {}, officer)
      if (open.state !== 'open') await post(`/api/counters/${counter}/open`, {}, officer)
      await post(`/api/counters/${counter}/call-next`, {}, officer)
    },
  }
}
