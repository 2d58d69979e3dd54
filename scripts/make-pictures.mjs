import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { openDemoHall } from './demo-hall.mjs'
import { root } from './root.mjs'

/**
 * The small pictures of the start page, taken from a demo of its own on a busy morning. Run it when a screen has
 * changed, after `npm run build`: node scripts/make-pictures.mjs
 */
const folder = join(root, 'start-ui/pictures')
const dataDir = mkdtempSync(join(tmpdir(), 'antrean-pictures-'))
/** Sharp on screens of twice the density. */
const density = 2

const hub = spawn(process.execPath, [join(root, 'dist/server/main.js'), '--demo'], {
  env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ANTREAN_CLOCK: '2026-07-14T08:05:00+08:00 x60' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const base = await addressOf(hub)
  const hall = await openDemoHall(base)
  console.log('the morning passes')
  await hall.work(90_000)
  await takePictures(base, hall)
} finally {
  await browser.close()
  hub.kill('SIGTERM')
  await new Promise((resolve) => hub.once('exit', resolve))
  rmSync(dataDir, { recursive: true, force: true })
}

async function takePictures(base, hall) {
  const ticket = await hall.waitingTicket()
  await hall.printSlip()
  const slip = readdirSync(join(dataDir, 'virtual/printers/K1')).find((name) => name.endsWith('.png'))

  await take('kiosk', { url: `${base}/kiosk?device=K1`, width: 1080, height: 1920, shown: 176 })
  await take('paper', { url: `${base}/virtual/printers/K1/${slip}`, width: 576, height: 1284, shown: 148 })
  await take('phone', { url: `${base}/t/${ticket.publicCode}`, width: 390, height: 844, shown: 158, scale: 2 })
  await take('services', { url: `${base}/visit`, width: 390, height: 844, shown: 158, scale: 2 })
  await take('display', { url: `${base}/display?zone=A`, width: 1920, height: 1080, shown: 344, afterMs: 9_000 })
  await take('display-calling', {
    url: `${base}/display?zone=A`,
    width: 1920,
    height: 1080,
    shown: 344,
    afterMs: 9_000,
    before: () => hall.callAt(hall.counterOf('DUKC')),
    thenMs: 3_000,
  })
  await take('display-booth', {
    url: `${base}/display/booth/DUKC`,
    width: 1280,
    height: 400,
    shown: 344,
    before: () => hall.callAt(hall.counterOf('DUKC')),
    thenMs: 2_000,
  })
  const counter = hall.counterOf('DUKC')
  const officer = { role: 'officer', counter }
  await take('counter', { url: `${base}/counter?counter=${counter}`, width: 1366, height: 768, shown: 344, officer })
  await take('supervisor', {
    url: `${base}/supervisor`,
    width: 1440,
    height: 900,
    shown: 344,
    officer: { role: 'supervisor' },
  })
  await take('api', { url: `${base}/api/docs`, width: 1440, height: 900, shown: 344, afterMs: 4_000 })
}

/** Opens a screen as its device would, waits until it stands, and keeps it `shown` px wide. */
async function take(name, { url, width, height, shown, scale = 1, officer, afterMs = 2_000, before, thenMs = 0 }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'id-ID' })
  const page = await context.newPage()
  if (officer) await page.request.post(`${new URL(url).origin}/api/demo/session`, { data: officer })
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
