import { openPrinterOn } from '../../drivers/printers/open-printer.ts'
import type { PrinterStateName } from '../contract/devices.ts'
import type { PrinterPlan, SitePackage } from '../contract/site.ts'
import { attention, bad, type Finding, good, type Verdict } from './finding.ts'
import type { HubView } from './hub-view.ts'
import { testSlip } from './test-slip.ts'

/** What is, and what to do about it. */
type Words = readonly [verdict: Verdict, id: string, en: string]

const words: Readonly<Record<PrinterStateName, Words>> = {
  ready: ['good', 'siap', 'is ready'],
  'paper-low': [
    'attention',
    'hampir kehabisan kertas: siapkan gulungan baru',
    'is low on paper: have a new roll ready',
  ],
  'paper-out': ['bad', 'kehabisan kertas: pasang gulungan baru', 'is out of paper: put in a new roll'],
  'cover-open': [
    'bad',
    'terbuka penutupnya: tutup sampai berbunyi klik',
    'has its cover open: close it until it clicks',
  ],
  'cutter-error': [
    'bad',
    'macet pisaunya: matikan, buka penutup, keluarkan sisa kertas',
    'has a jammed cutter: switch it off, open the cover, take the paper out',
  ],
  error: [
    'bad',
    'melaporkan gangguan: matikan, tunggu 10 detik, nyalakan lagi',
    'reports a fault: switch it off, wait 10 seconds, switch it on',
  ],
  offline: [
    'bad',
    'tidak terjangkau: periksa listrik dan kabelnya',
    'cannot be reached: look at its power and its cable',
  ],
  silent: [
    'good',
    'ada, dan tidak pernah menjawab: kertasnya dilihat sendiri setiap pagi',
    'is there and never answers: look at its paper every morning',
  ],
  'driver-not-installed': [
    'bad',
    'tidak punya pengendali di komputer ini: jalankan "npm ci" lagi dengan alat kompilasi terpasang',
    'has no driver on this computer: run "npm ci" again with build tools installed',
  ],
  unknown: [
    'attention',
    'belum diketahui keadaannya: ulangi sebentar lagi',
    'has not been asked yet: ask again in a moment',
  ],
}

const because: Readonly<Record<string, Words>> = {
  'no-permission': [
    'bad',
    'tidak boleh dibuka: masukkan pengguna hub ke kelompok lp dan pasang aturan udev dari folder deploy',
    'may not be opened: put the hub’s user into the group lp and install the udev rules of the folder deploy',
  ],
  'no-device': [
    'bad',
    'tidak ada di tempat itu: periksa kabel dan alamat atau jalurnya',
    'is not in that place: look at the cable, and at its address or path',
  ],
}

const verdicts = { good, attention, bad } as const

/** The sentence about a printer in this state. `at`: where it hangs. */
export function printerFinding(kiosk: string, at: string, state: PrinterStateName, reason?: string): Finding {
  const [verdict, id, en] = (state === 'offline' && because[reason ?? '']) || words[state]
  const place = at === '' ? '' : ` (${at})`
  return verdicts[verdict](
    `printer ${kiosk}`,
    `Pencetak ${kiosk}${place} ${id}.`,
    `The printer of ${kiosk}${place} ${en}.`,
  )
}

const noPrinter = (kiosk: string): Finding =>
  attention(
    `printer ${kiosk}`,
    `${kiosk} belum punya pencetak, tiketnya hanya gambar: sebutkan pencetaknya di konsol, Gedung, Kios.`,
    `${kiosk} has no printer, its slips are pictures only: name one in the console, Building, Kiosks.`,
  )

export interface PrinterPorts {
  /** The folder of the built programs. */
  readonly programs: string
  /** Prints a test slip on every printer that this computer drives itself. */
  readonly isPrinting: boolean
}

/** Every printer of the building: as the running hub sees it, else asked from here. */
export async function checkPrinters(
  site: SitePackage | null,
  hub: HubView | null,
  ports: PrinterPorts,
): Promise<Finding[]> {
  if (hub?.devices) {
    const seen = hub.devices.printers.map(({ kiosk, kind, at, state, lastError }) =>
      kind === 'virtual' ? noPrinter(kiosk) : printerFinding(kiosk, at, state, lastError?.reason),
    )
    const printed = ports.isPrinting ? [printsElsewhere] : []
    return [...seen, ...printed]
  }
  return (await Promise.all((site?.kiosks ?? []).map(({ code, printer }) => checkPrinter(code, printer, ports)))).flat()
}

const printsElsewhere = attention(
  'printer test',
  'Tiket uji tidak dicetak selama hub memakai pencetaknya: hentikan hub, lalu ulangi.',
  'No test slip is printed while the hub has the printers: stop the hub, then ask again.',
)

async function checkPrinter(
  kiosk: string,
  plan: PrinterPlan | undefined,
  { programs, isPrinting }: PrinterPorts,
): Promise<Finding[]> {
  if (!plan || plan.kind === 'virtual') return [noPrinter(kiosk)]
  if (plan.deviceHost !== undefined)
    return [
      attention(
        `printer ${kiosk}`,
        `Pencetak ${kiosk} ada di komputer ${plan.deviceHost}: keadaannya terlihat saat hub berjalan.`,
        `The printer of ${kiosk} hangs on ${plan.deviceHost}: the running hub knows how it is.`,
      ),
    ]
  const at = plan.kind === 'network' ? `${plan.host}:${plan.port}` : plan.kind === 'usb' ? 'USB' : plan.path
  await using printer = openPrinterOn(plan, { name: kiosk, now: Date.now, asksStatus: plan.answers, programs })
  const { state, reason } = await printer.status()
  const asked = printerFinding(kiosk, at, state, reason)
  if (!isPrinting || asked.verdict === 'bad') return [asked]
  const { outcome } = await printer.print(testSlip(kiosk, new Date()))
  return [asked, printedFinding(kiosk, outcome)]
}

const printedFinding = (kiosk: string, outcome: 'printed' | 'refused' | 'unknown'): Finding => {
  const check = `printer ${kiosk} test`
  if (outcome === 'printed')
    return good(check, `Pencetak ${kiosk} mencetak tiket uji.`, `The printer of ${kiosk} has printed a test slip.`)
  if (outcome === 'unknown')
    return attention(
      check,
      `Tiket uji dikirim ke ${kiosk}: lihat apakah keluar dan terpotong.`,
      `A test slip was sent to ${kiosk}: see whether it came out and was cut.`,
    )
  return bad(
    check,
    `Pencetak ${kiosk} menolak tiket uji: periksa kertas, penutup dan kabelnya.`,
    `The printer of ${kiosk} refused the test slip: look at its paper, cover and cable.`,
  )
}
