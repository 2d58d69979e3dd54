import { z } from 'zod'

/**
 * How a slip looks: of the building, and of an agency, whose parts win one by one. Nothing said = the slip as designed.
 * The number, the service, the place and the line that tells how to follow the turn are on every slip.
 */

const line = z.strictObject({ id: z.string().min(1).max(120), en: z.string().min(1).max(120) })

/** What a building may leave out. Without `way` the place is a line, without `qr` the address is written out. */
export const slipParts = ['weave', 'way', 'estimate', 'qr', 'requirements', 'issued', 'free', 'complaints'] as const
export type SlipPart = (typeof slipParts)[number]
export const slipPartStates = ['shown', 'hidden'] as const
const state = z.enum(slipPartStates).optional()

export const numberSizes = ['large', 'medium', 'small'] as const
export type NumberSize = (typeof numberSizes)[number]

/** A picture of black and white, in dots; it fits between the margins of 58 mm paper. */
export const logoAtMost = { width: 360, height: 200, base64: 16_000 } as const
export const logoForm = 'a PNG picture as base64'

export const SlipTemplateSchema = z.strictObject({
  /** A PNG of 1 bit a dot (grey or two colours, not interlaced), as base64. */
  logo: z
    .string()
    .max(logoAtMost.base64)
    .regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/, logoForm)
    .optional(),
  /** Instead of the building's name and place; the first line is bold. */
  head: z.array(line).min(1).max(3).optional(),
  greeting: line.optional(),
  closing: line.optional(),
  numberSize: z.enum(numberSizes).optional(),
  parts: z
    .strictObject({
      weave: state,
      way: state,
      estimate: state,
      qr: state,
      requirements: state,
      issued: state,
      free: state,
      complaints: state,
    } satisfies Record<SlipPart, typeof state>)
    .optional(),
})
export type SlipTemplate = z.infer<typeof SlipTemplateSchema>

/** The building's template with what the agency says instead. */
export function mergeTemplates(site: SlipTemplate = {}, agency: SlipTemplate = {}): SlipTemplate {
  const parts = { ...site.parts, ...agency.parts }
  return { ...site, ...agency, ...(Object.keys(parts).length > 0 && { parts }) }
}

export const slipKinds = ['number', 'journey', 'missing-papers', 'summary', 'reprint'] as const

export const PreviewSlipBody = z.strictObject({
  /** Of the agency that is named, else of the building. */
  slip: SlipTemplateSchema.nullable(),
  agency: z.string().min(1).max(20).optional(),
  kind: z.enum(slipKinds).default('number'),
  priority: z.boolean().default(false),
  widthDots: z.union([z.literal(576), z.literal(384)]).default(576),
  mode: z.enum(['raster', 'text']).default('raster'),
  qr: z.enum(['raster', 'native']).optional(),
  locale: z.enum(['id', 'en']).default('id'),
})
export type PreviewSlipBody = z.infer<typeof PreviewSlipBody>

/** The picture is what a printer makes of `escpos`, the bytes of the slip; both as base64. */
export const SlipPreviewAnswer = z.object({
  png: z.string(),
  escpos: z.string(),
  widthDots: z.int(),
  heightDots: z.int(),
  /** The slip line by line, for whoever does not see the picture. */
  words: z.array(z.string()),
})
export type SlipPreviewAnswer = z.infer<typeof SlipPreviewAnswer>
