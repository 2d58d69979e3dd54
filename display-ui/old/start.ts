/**
 * Loads the build that fits this browser. Which one is asked of the newest things that the modern build leans on, not
 * of a name: whatever lacks one of them gets the old build, with its polyfills. `?old=1` asks for the old one.
 */
const script = document.currentScript as HTMLScriptElement
const { modern = '', polyfills = '', old = '' } = script.dataset

const isModern =
  !/[?&]old=1(&|$)/.test(location.search) &&
  'noModule' in script &&
  'structuredClone' in window &&
  'hasOwn' in Object &&
  'findLast' in Array.prototype &&
  'toSorted' in Array.prototype &&
  'replaceAll' in String.prototype &&
  CSS.supports('inset', '0') &&
  CSS.supports('width', 'min(1px, 2px)')

interface SystemLoader {
  System: { import(url: string): Promise<unknown> }
}

function load(url: string, kind: '' | 'module', then?: () => void): void {
  const next = document.createElement('script')
  if (kind) next.type = kind
  if (then) next.onload = then
  next.src = url
  document.body.appendChild(next)
}

if (isModern) load(modern, 'module')
else load(polyfills, '', () => void (window as unknown as SystemLoader).System.import(old))
