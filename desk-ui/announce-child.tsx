import { useId, useState } from 'react'
import type { KioskSnapshot } from '../server/contract/live.ts'
import { type Api, isRefused, makeKey } from '../ui-kit/api.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DeskKey } from './messages.ts'

/** A child without its parents: spoken and shown in the whole building, without a name and without a description. */
export function AnnounceChild({ api, floors, home }: { api: Api; floors: KioskSnapshot['floors']; home: number }) {
  const { t, pick } = useMessages<DeskKey>()
  const [open, setOpen] = useState(false)
  const [floor, setFloor] = useState(home)
  const field = useId()
  const announce = async (): Promise<string | null> => {
    const body = { kind: 'lost-child', ...(floors.length > 1 && { floor }) }
    try {
      const answer = await api.command<object>('/api/sound/announcements', body, makeKey())
      if (isRefused(answer)) return pick(answer.refusal.message)
    } catch {
      return t('fault.unreached')
    }
    setOpen(false)
    return null
  }
  return (
    <>
      <button type="button" className="bar-child" onClick={() => setOpen(true)}>
        <Icon name="megaphone" />
        {t('child.open')}
      </button>
      {open && (
        <DialogFrame
          title={t('child.title')}
          submit={t('child.do')}
          able
          onSubmit={announce}
          onClose={() => setOpen(false)}
        >
          <p>{t('child.about')}</p>
          {floors.length > 1 && (
            <label className="child-floor" htmlFor={field}>
              {t('child.floor')}
              <select id={field} value={floor} onChange={(event) => setFloor(Number(event.target.value))}>
                {floors.map(({ level, name }) => (
                  <option key={level} value={level}>
                    {pick(name)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </DialogFrame>
      )}
    </>
  )
}
