import { z } from 'zod'

const common = {
  /** Dots across: 576 on 80 mm paper, 384 on 58 mm. */
  widthDots: z.union([z.literal(576), z.literal(384)]).default(576),
  mode: z.enum(['raster', 'text']).default('raster'),
  /** Who draws the QR code: the hub as dots, or the printer itself. Absent: as the mode does everything else. */
  qr: z.enum(['raster', 'native']).optional(),
  /** False for printers that answer nothing: they are judged by the write alone. */
  answers: z.boolean().default(true),
  /** `none` where there is no knife: the slip is torn off. */
  cut: z.enum(['partial', 'none']).default('partial'),
}
const elsewhere = {
  ...common,
  /** The code of the paired PC that the printer hangs on; absent = on the hub itself. */
  deviceHost: z
    .string()
    .regex(/^[\w.-]{1,20}$/, 'the code of a device host, as PC-KIOS-1')
    .optional(),
}
const usbNumber = z.string().regex(/^[0-9a-f]{4}$/, 'four hexadecimal digits as 04b8')
const path = z
  .string()
  .max(200)
  .regex(/^\/[\w./:@+-]+$/, 'a path that begins with /, as /dev/usb/lp0')

/** Where a kiosk's printer hangs and what it is. Absent = the virtual printer, whose slips are pictures in the data folder. */
export const PrinterSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('network'),
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535).default(9100),
    ...elsewhere,
  }),
  z.strictObject({
    kind: z.literal('usb'),
    /** As `lsusb` shows them; none of them = the first printer found. */
    vendorId: usbNumber.optional(),
    productId: usbNumber.optional(),
    serialNumber: z.string().min(1).max(80).optional(),
    ...elsewhere,
  }),
  z.strictObject({
    kind: z.literal('serial'),
    path,
    baudRate: z.union([9600, 19_200, 38_400, 57_600, 115_200].map((rate) => z.literal(rate))).default(115_200),
    flow: z.enum(['none', 'hardware', 'software']).default('hardware'),
    ...elsewhere,
  }),
  z.strictObject({ kind: z.literal('file'), path, ...elsewhere }),
  z.strictObject({ kind: z.literal('virtual'), ...common }),
])
export type PrinterPlan = z.infer<typeof PrinterSchema>
