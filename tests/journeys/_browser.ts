import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/**
 * Parts of the browser's own window that are web pages themselves: drawn anew for each context, for nobody to see, they
 * cost more than the screens under test. The others are what the driver switches off by itself.
 */
const features = [
  'InitialWebUI',
  'PreloadTopChromeWebUI',
  'WebUIBackButton',
  'WebUIHomeButton',
  'WebUILocationBar',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'WebUIReloadButton',
  'WebUISplitTabsButton',
  'WebUIToolbar',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
]

export const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  `--disable-features=${features.join()}`,
]

export const sizes = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  booth: { width: 1280, height: 400 },
  counter: { width: 1366, height: 768 },
  supervisor: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: switches })

/** A page in a context of its own, so that no two people share a session. Faults of the page are kept for the test to see. */
export async function openScreen(browser: Browser, url: string, size: keyof typeof sizes): Promise<Screen> {
  const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => void faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(url)
  return { page, context, faults }
}

export interface Screen {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: string[]
}
