import type { Field, Setting } from '../forms/field.ts'
import type { Entry } from '../forms/path.ts'

const kinds = ['network', 'usb', 'serial', 'file', 'virtual'] as const
type Kind = (typeof kinds)[number]

/** What each kind has of its own when it is new; the rest of a printer stays what it was. */
const own: Readonly<Record<Kind, Entry>> = {
  network: { host: '', port: 9100 },
  usb: {},
  serial: { path: '/dev/ttyUSB0', baudRate: 115_200, flow: 'hardware' },
  file: { path: '/dev/usb/lp0' },
  virtual: {},
}
const common = ['widthDots', 'mode', 'qr', 'answers', 'cut', 'deviceHost'] as const

export const blankPrinter: Entry = {
  kind: 'network',
  ...own.network,
  widthDots: 576,
  mode: 'raster',
  answers: true,
  cut: 'partial',
}

function becomeKind(kind: string, owner: Entry): Entry {
  const kept = common.filter((name) => owner[name] !== undefined && !(kind === 'virtual' && name === 'deviceHost'))
  return { kind, ...own[kind as Kind], ...Object.fromEntries(kept.map((name) => [name, owner[name]])) }
}

const of =
  (...wanted: readonly Kind[]) =>
  ({ kind }: Entry): boolean =>
    wanted.some((each) => each === kind)
const isReal = of('network', 'usb', 'serial', 'file')

const words =
  <const Value extends string>(
    values: readonly Value[],
    wordOf: (value: Value, t: Setting['messages']['t']) => string,
  ) =>
  ({ messages: { t } }: Setting) =>
    values.map((value) => ({ value, label: wordOf(value, t) }))

/** A printer as its form shows it: first what it is, then where it hangs, then how it prints. */
export const printerFields: readonly Field[] = [
  {
    path: 'kind',
    kind: 'choice',
    label: 'field.printer-kind',
    options: words(kinds, (kind, t) => t(`printer.${kind}`)),
    becomes: becomeKind,
  },
  { path: 'host', kind: 'line', label: 'field.host', when: of('network') },
  { path: 'port', kind: 'number', label: 'field.port', when: of('network') },
  { path: 'vendorId', kind: 'line', label: 'field.usb-vendor', help: 'help.usb', optional: true, when: of('usb') },
  { path: 'productId', kind: 'line', label: 'field.usb-product', optional: true, when: of('usb') },
  { path: 'serialNumber', kind: 'line', label: 'field.usb-serial', optional: true, when: of('usb') },
  { path: 'path', kind: 'line', label: 'field.device-path', when: of('serial', 'file') },
  {
    path: 'baudRate',
    kind: 'choice',
    label: 'field.baud-rate',
    help: 'help.baud-rate',
    asNumber: true,
    options: () => ['9600', '19200', '38400', '57600', '115200'].map((value) => ({ value, label: value })),
    when: of('serial'),
  },
  {
    path: 'flow',
    kind: 'choice',
    label: 'field.flow',
    options: words(['hardware', 'software', 'none'], (flow, t) => t(`flow.${flow}`)),
    when: of('serial'),
  },
  {
    path: 'deviceHost',
    kind: 'line',
    label: 'field.device-host',
    help: 'help.device-host',
    optional: true,
    when: isReal,
  },
  {
    path: 'widthDots',
    kind: 'choice',
    label: 'field.paper',
    asNumber: true,
    options: () => [
      { value: '576', label: '80 mm' },
      { value: '384', label: '58 mm' },
    ],
  },
  {
    path: 'mode',
    kind: 'choice',
    label: 'field.print-mode',
    options: words(['raster', 'text'], (mode, t) => t(`print.${mode}`)),
  },
  {
    path: 'qr',
    kind: 'choice',
    label: 'field.qr',
    optional: true,
    none: 'qr.by-mode',
    options: words(['raster', 'native'], (qr, t) => t(`qr.${qr}`)),
  },
  {
    path: 'cut',
    kind: 'choice',
    label: 'field.cut',
    options: words(['partial', 'none'], (cut, t) => t(`cut.${cut}`)),
  },
  { path: 'answers', kind: 'flag', label: 'field.answers', help: 'help.answers', when: isReal },
]
