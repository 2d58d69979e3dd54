import { pickSwitches } from '../../../drivers/printers/slip-folder.ts'
import { renderRollPage } from '../../../server/printing/roll-page.ts'

const slip = (n: number, label: string) => ({
  n,
  label,
  png: `${n}-${label}.png`,
  escpos: `${n}-${label}.escpos`,
  printedAt: 0,
})
const page = {
  kiosk: 'kios-1',
  locale: 'id',
  slips: [slip(2, 'DK-051'), slip(1, 'DK-050')],
  switches: pickSwitches((name) => name === 'paperOut'),
  nonce: 'abc',
  fontUrl: null,
} as const

test('shows the newest slip on top, each with its number as text', () => {
  const html = renderRollPage(page)
  const pictures = [...html.matchAll(/<img src="([^"]+)" alt="([^"]+)"/g)].map(([, src, alt]) => [src, alt])
  expect(pictures).toEqual([
    ['/virtual/printers/kios-1/2-DK-051.png', 'Tiket DK\u00a0051'],
    ['/virtual/printers/kios-1/1-DK-050.png', 'Tiket DK\u00a0050'],
  ])
  expect(html).toContain('data-newest="2"')
})

test('has a switch for each state of the printer, checked as it is', () => {
  const html = renderRollPage(page)
  const boxes = [...html.matchAll(/name="(\w+)" value="on"( checked)?/g)].map(([, name, checked]) => [
    name,
    Boolean(checked),
  ])
  expect(boxes).toEqual([
    ['paperLow', false],
    ['paperOut', true],
    ['coverOpen', false],
    ['offline', false],
    ['slow', false],
  ])
  expect(html).toContain('action="/virtual/printers/kios-1/switches?lang=id"')
})

test('speaks both languages and reaches nothing outside', () => {
  const [id, en] = [renderRollPage({ ...page, slips: [] }), renderRollPage({ ...page, slips: [], locale: 'en' })]
  expect(id).toContain('<html lang="id">')
  expect(id).toContain('Kertas habis')
  expect(en).toContain('<html lang="en">')
  expect(en).toContain('No slips yet')
  expect(`${id}${en}`).not.toMatch(/https?:\/\//)
})

test('a name cannot become markup, and inline parts carry the nonce', () => {
  const html = renderRollPage({ ...page, kiosk: '"><script>alert(1)</script>', nonce: 'n"x' })
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).toContain('<script nonce="n&#34;x">')
  expect(html).toContain('<style nonce="n&#34;x">')
})
