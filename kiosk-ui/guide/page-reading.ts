/** The page as the guide finds it: what is written, and what can be chosen. Both are what a screen reader would find. */

const choices = 'button:not(:disabled), a[href], input:not(:disabled)'
/** Drawn for the eye only, or said by the guide in its own way. */
const silent = '[aria-hidden="true"], svg, .k-sr[role="status"], .guide, [inert]'

/** Stands before a booth's sign, which is a bare number to the eye. */
export const signMark = '#'

/** What is in front: the last thing on the stage that answers. */
export function frontOf(stage: Element): Element {
  const layers = [...stage.children].filter((each) => !each.matches('.guide') && !each.hasAttribute('inert'))
  return layers.at(-1) ?? stage
}

/** In the order of the page; what is not drawn is none. */
export const choicesIn = (front: Element): HTMLElement[] =>
  [...front.querySelectorAll<HTMLElement>(choices)].filter((each) => each.getClientRects().length > 0)

/** What a choice is called: its name, or its words one after another. */
export const nameOf = (element: HTMLElement): string => {
  const label = element.getAttribute('aria-label') ?? labelOf(element)
  return label || inOneBreath(piecesOf(element)) || element.getAttribute('title') || ''
}

/** Pieces of one name; a figure belongs to the word after it. */
const inOneBreath = (pieces: readonly string[]): string =>
  pieces.reduce((said, piece) => (said === '' ? piece : `${said}${/(^|, )\d+$/.test(said) ? ' ' : ', '}${piece}`), '')

const labelOf = (element: HTMLElement): string =>
  element instanceof HTMLInputElement ? [...(element.labels ?? [])].flatMap((label) => piecesOf(label)).join(', ') : ''

/** Whether it is chosen already. */
export const isOn = (element: HTMLElement): boolean =>
  element.getAttribute('aria-pressed') === 'true' || element.hasAttribute('aria-current')

/** Every piece of writing that is not on a button: a heading, a line, a figure with its words. */
export function writingOf(front: Element): string[] {
  const main = front.querySelector('main') ?? front
  // What happens now comes before what stands there anyhow.
  const news = [...main.querySelectorAll('[role="status"]:not(.k-sr)')].flatMap(blocksOf)
  return [...news, ...blocksOf(main)]
}

const blocks = new Set(['H1', 'H2', 'H3', 'P', 'LI', 'LABEL', 'DT', 'DD'])

function blocksOf(element: Element): string[] {
  return [...element.children].flatMap((child) => {
    if (child.matches(`${choices}, ${silent}, button`)) return []
    if (blocks.has(child.tagName) && !child.querySelector('button')) {
      const pieces = piecesOf(child)
      return pieces.length > 0 ? [pieces.join(' ')] : []
    }
    const own = [...child.childNodes].flatMap((node) => (node instanceof Text ? (wordsIn(node) ?? []) : []))
    return [...own, ...blocksOf(child)]
  })
}

/** The texts within, in the order of the page. */
function piecesOf(element: Element): string[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return wordsIn(node) ?? []
    if (node instanceof Element && node.matches('.k-sign')) return `${signMark}${node.textContent}`
    return node instanceof Element && !node.matches(silent) ? piecesOf(node) : []
  })
}

const wordsIn = (node: Text): string | null => node.data.replace(/[ \t\n]+/g, ' ').trim() || null
