import type { KioskSnapshot } from '../../server/contract/live.ts'
import type { IconName } from '../../ui-kit/icon.tsx'
import { phosphor } from '../../ui-kit/icons/phosphor.ts'
import type { Messages } from '../../ui-kit/messages/create-messages.ts'
import { allShelf, errandShelf, oftenShelf } from '../journey-state.ts'
import type { KioskKey } from '../messages.ts'

export interface Shelf {
  readonly code: string
  readonly name: string
  readonly icon: IconName
}

const isIcon = (name: string): name is IconName => name in phosphor

/** The shelves of the directory: what is often looked for, then the building's categories. */
export function shelvesOf(
  { categories, journeys }: Pick<KioskSnapshot, 'categories' | 'journeys'>,
  { t, pick }: Messages<KioskKey>,
): Shelf[] {
  const often: Shelf = { code: oftenShelf, name: t('list.often'), icon: 'star' }
  const rest = categories.map(({ code, name, icon }): Shelf => {
    return { code, name: pick(name), icon: isIcon(icon) ? icon : 'squares-four' }
  })
  const errands: Shelf[] = journeys.length > 0 ? [{ code: errandShelf, name: t('kiosk.errands'), icon: 'path' }] : []
  return [often, ...errands, ...rest]
}

export const shelfNamed = (code: string, shelves: readonly Shelf[], { t }: Messages<KioskKey>): Shelf =>
  shelves.find((shelf) => shelf.code === code) ?? { code: allShelf, name: t('kiosk.all-booths'), icon: 'storefront' }
