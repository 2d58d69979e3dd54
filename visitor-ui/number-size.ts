/** As large as the width bears: `share` of it in vw for all letters and digits together, at most `most` rem. */
export function numberSize(label: string, share: number, most: number): string {
  const signs = label.replace(/[^A-Za-z0-9]/g, '').length
  return `min(${most}rem, ${Math.round((share / Math.max(4, signs)) * 10) / 10}vw)`
}
