import type { HallTicket } from '../contract/hall.ts'
import { labelOf } from '../core/issuing.ts'
import { catalogueOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import type { Lens } from './reading.ts'
import { readSlip, templateOf } from './slip.ts'

/** What the slip of a number with missing papers says; null when nothing is missing. `keepUntil` is epoch ms. */
export function readMissingSlip(lens: Lens, ticket: HallTicket) {
  const { state, hold } = currentLeg(ticket)
  if (state !== 'held' || !hold?.missing?.length) return null
  const slip = readSlip(lens, ticket)
  return { ...slip, missing: hold.missing.map((text) => text[slip.locale]), keepUntil: hold.keepUntil }
}

/** What a pre-printed number says, of the service's series; nothing is issued by it. */
export function readRollSlip({ hall }: Lens, serviceCode: string, number: number) {
  const catalogue = catalogueOf(hall)
  const { site } = catalogue.site
  const booth = catalogue.boothOfService(serviceCode)
  return {
    site: { name: site.name.id, place: site.place.id },
    label: labelOf(catalogue.prefixOf(serviceCode), number),
    agency: catalogue.agencyOfBooth(booth.code).short,
    service: catalogue.services.get(serviceCode)?.name.id ?? serviceCode,
    sign: booth.sign,
    floor: booth.floor,
    template: templateOf(catalogue, booth.code),
  }
}
