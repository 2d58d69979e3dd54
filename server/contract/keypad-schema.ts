import { z } from 'zod'
import { actTold, counterActs, guideActs, type Keypad, keptKeys, keypadUses, keyTold } from './keypad.ts'
import { code, TextSchema } from './site-parts.ts'

const counterKinds: ReadonlySet<string> = new Set(counterActs)
const guideKinds: ReadonlySet<string> = new Set(guideActs)

/** A key as the browser names it: its place (`KeyboardEvent.code`, as NumpadEnter) or what it types (`KeyboardEvent.key`, as F13). */
const key = z.string().regex(/^[!-~]{1,24}$/, 'the name of a key, as NumpadEnter')

/** Apart from the pads themselves, so that the screens of counter and kiosk need not carry the checker. */
export const KeypadSchema = z
  .strictObject({
    code,
    name: TextSchema,
    use: z.enum(keypadUses),
    keys: z.record(key, z.enum([...counterActs, ...guideActs, 'none'])),
  } satisfies Record<keyof Keypad, z.ZodType>)
  .superRefine(({ use, keys }, context) => {
    const acts = use === 'counter' ? counterKinds : guideKinds
    for (const [name, act] of Object.entries(keys)) {
      const path = ['keys', name]
      if (act !== 'none' && !acts.has(act)) context.addIssue({ code: 'custom', path, message: actTold })
      if (keptKeys.has(name)) context.addIssue({ code: 'custom', path, message: keyTold })
    }
  })
