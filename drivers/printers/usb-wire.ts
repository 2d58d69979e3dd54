import type { LineTrouble } from './printer.ts'

/** Which USB printer: numbers as `lsusb` shows them, `04b8`. What is left out fits any; nothing at all is the first one found. */
export interface UsbPlan {
  readonly vendorId?: string | undefined
  readonly productId?: string | undefined
  readonly serialNumber?: string | undefined
}

/** What crosses between the hub and the process that holds the USB printer. `line` counts openings. */
export type ToUsb =
  | { readonly do: 'open'; readonly line: number; readonly plan: UsbPlan; readonly writeMs: number }
  | { readonly do: 'write'; readonly line: number; readonly bytes: Uint8Array }
  | { readonly do: 'close'; readonly line: number }

export type FromUsb =
  | { readonly did: 'open'; readonly line: number; readonly trouble: LineTrouble | null }
  | { readonly did: 'write'; readonly line: number }
  | { readonly did: 'data'; readonly line: number; readonly bytes: Uint8Array }
  | { readonly did: 'fail' | 'close'; readonly line: number }
