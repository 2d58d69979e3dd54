import { type HostedLimits, openHostedPrinter } from '../../drivers/printers/hosted-printer.ts'
import type { Printer, PrinterStatus, PrintResult } from '../../drivers/printers/printer.ts'
import { openHostedSpeaker } from '../../drivers/speakers/hosted-speaker.ts'
import type { PaceClock, Speaker, SpeakerFault } from '../../drivers/speakers/speaker.ts'
import type { DeviceHost, HostedPrint, LentDevices } from '../contract/device-host.ts'
import type { SitePackage } from '../contract/site.ts'

/** What the building wants of the host of this code; paths and ports in it are as seen from there. */
export function lentBy(site: SitePackage, code: string): LentDevices {
  const printers = site.kiosks.flatMap(({ code: printer, printer: plan }) => {
    if (!plan || plan.kind === 'virtual' || plan.deviceHost !== code) return []
    const { deviceHost: _here, ...own } = plan
    return [{ printer, plan: own }]
  })
  const outputs = site.zones.flatMap(({ sound }) => sound?.outputs ?? [])
  const devices = outputs.flatMap((output) =>
    output.kind === 'alsa' && output.deviceHost === code ? [output.device] : [],
  )
  return { printers, speakers: [...new Set(devices)].map((device) => ({ device })) }
}

/** The printer of this name at a device host. @param now epoch ms */
export function hostedPrinter(
  name: string,
  host: DeviceHost,
  now: () => number,
  limits: Partial<HostedLimits> = {},
): Printer {
  return openHostedPrinter({
    name,
    now,
    limits,
    host: {
      journal: host.journal,
      arrival: host.arrival,
      put: host.put,
      print: async (order) => resultOf(await host.print({ ...order, printer: name })),
      withdraw: (job) => host.withdraw(name, job),
      outcomeOf: async (job) => resultOf(await host.outcomeOf({ printer: name, job, ageMs: ageOf(job) })),
      // The words of the driver at the host, which is of the same family as those of this hub.
      status: async () => (await host.status(name)) as Omit<PrinterStatus, 'at'> | null,
    },
  })
}

/** The sound output of this name at a device host. */
export function hostedSpeaker(options: {
  name: string
  device: string
  host: DeviceHost
  clock: PaceClock
  newId: () => string
}): Speaker {
  const { name, device, host, clock, newId } = options
  return openHostedSpeaker({
    name,
    clock,
    newId,
    host: {
      fault: () => {
        const fault = host.speakerFault(device)
        return fault === undefined ? 'offline' : (fault as SpeakerFault | null)
      },
      put: host.put,
      play: async (sound) => {
        const answer = await host.play({ ...sound, device })
        if (!answer || 'unsent' in answer) return null
        return 'played' in answer ? 'played' : (answer.fault as SpeakerFault)
      },
      stop: host.stop,
    },
  })
}

const resultOf = (answer: HostedPrint | null) => answer as PrintResult | null

/** A UUIDv7 begins with the real time at which it was made; of anything else nobody knows how old it is. */
function ageOf(job: string): number {
  const madeAt = /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(job) ? Number.parseInt(job.slice(0, 13).replace('-', ''), 16) : 0
  return Math.max(0, Date.now() - madeAt)
}
