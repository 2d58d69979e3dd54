import type { SlipLocale } from './messages.ts'
import { rollMessages, type SwitchName } from './roll-messages.ts'
import { rollStyle } from './roll-style.ts'

export interface RolledSlip {
  readonly n: number
  /** With its hyphen: `DK-050`. */
  readonly label: string
  /** File names under the page's address. */
  readonly png: string
  readonly escpos: string
}

export interface RollPage {
  /** Code of the kiosk, as in the address. */
  readonly kiosk: string
  readonly locale: SlipLocale
  /** Newest first. */
  readonly slips: readonly RolledSlip[]
  readonly switches: Readonly<Record<SwitchName, boolean>>
  /** Of the content security policy, for the inline style and script; empty when there is no such policy. */
  readonly nonce: string
  /** Where the hub serves Plus Jakarta Sans (woff2), or null for the system's own letters. */
  readonly fontUrl: string | null
}

const POLL_MS = 1_500

/** Asks for the page again and exchanges the roll when it has changed; without script the visitor reloads by hand. */
const pollScript = `
const roll = () => document.querySelector('#roll')
setInterval(async () => {
  if (document.hidden) return
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#roll')
    if (fresh && fresh.dataset.newest !== roll().dataset.newest) roll().replaceWith(fresh)
  } catch {}
}, ${POLL_MS})
`

/** Pure: the page `/virtual/printers/<kiosk>` with its slips as a paper roll and the switches of the printer. */
export function renderRollPage(page: RollPage): string {
  const { locale, switches } = page
  const words = rollMessages[locale]
  const address = `/virtual/printers/${encodeURIComponent(page.kiosk)}`
  const other = locale === 'id' ? 'en' : 'id'
  const nonce = page.nonce === '' ? '' : ` nonce="${escapeHtml(page.nonce)}"`
  const fontFace =
    page.fontUrl === null
      ? ''
      : `@font-face{font-family:"Plus Jakarta Sans";src:url("${encodeURI(page.fontUrl)}") format("woff2");font-weight:200 800}`
  const boxes = Object.entries(words.switchNames).map(([name, text]) => {
    const checked = switches[name as SwitchName] ? ' checked' : ''
    return `<label><input type="checkbox" name="${name}" value="on"${checked}>${text}</label>`
  })
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title(page.kiosk))}</title>
<style${nonce}>${fontFace}${rollStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(words.title(page.kiosk))}</h1>
<p>${words.demo}</p>
<a href="/">${words.back}</a>
<a href="${address}?lang=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
</header>
<main>
<form method="post" action="${address}/switches?lang=${locale}">
<fieldset><legend>${words.switches}</legend>
${boxes.join('\n')}
<button>${words.apply}</button>
</fieldset>
</form>
${renderRoll(page, address)}
</main>
<script${nonce}>${pollScript}</script>
</body>
</html>
`
}

function renderRoll({ slips, locale }: RollPage, address: string): string {
  const words = rollMessages[locale]
  const items = slips.map((slip) => {
    const caption = escapeHtml(words.slip(slip.label.replace('-', '\u00a0')))
    return `<li><figure>
<img src="${address}/${encodeURIComponent(slip.png)}" alt="${caption}" width="576">
<figcaption><span>${caption}</span><a href="${address}/${encodeURIComponent(slip.escpos)}" download>${words.bytes}</a></figcaption>
</figure></li>`
  })
  const content = items.length === 0 ? `<p class="empty">${words.empty}</p>` : `<ol>${items.join('\n')}</ol>`
  return `<section id="roll" data-newest="${slips[0]?.n ?? 0}" aria-labelledby="roll-title">
<h2 id="roll-title">${words.roll}</h2><div class="mouth" aria-hidden="true"></div>${content}
</section>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
