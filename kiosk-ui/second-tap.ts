/**
 * Two quick taps in one spot are one press: when the first has brought up something else, the second must not press it
 * too. Twice on the same button stays twice, as on the typing board. Gives the function that ends it.
 */
export function dropSecondTaps(): () => void {
  let first: EventTarget | null = null
  const listen = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (event.detail < 2) {
      first = button
    } else if (button !== first) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  window.addEventListener('click', listen, true)
  return () => window.removeEventListener('click', listen, true)
}
