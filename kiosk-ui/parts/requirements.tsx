import type { Text } from '../../server/contract/site.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { PagedList } from './paged-list.tsx'

/** Too long for two columns: more than two lines of half the width. */
export const areLong = (texts: readonly string[]): boolean => texts.some((text) => text.length > 42)

/** What to bring, to be ticked off. Nothing is kept of it, and a number can be taken without. */
export function Requirements({ requirements }: { requirements: readonly Text[] }) {
  const { journey, send, portrait } = useKiosk()
  const { t, pick } = useWords()
  const { large } = journey.modes
  const isLong = areLong(requirements.map(pick))
  return (
    <div className="bring panel">
      <h2>
        {t('service.bring')}
        {requirements.length > 0 && <small>{t('service.tick')}</small>}
      </h2>
      {requirements.length === 0 ? (
        <p className="bring-none">{t('kiosk.bring-none')}</p>
      ) : (
        <PagedList
          items={requirements.map((text, index) => ({ text, index }))}
          keyOf={({ index }) => index}
          rowHeight={large ? 130 : 96}
          columns={requirements.length > 3 && !large && portrait && !isLong ? 2 : 1}
          label={t('service.bring')}
        >
          {({ text, index }) => (
            <button
              type="button"
              className="bring-item"
              aria-pressed={journey.ticked.includes(index)}
              onClick={() => send({ type: 'requirement', index })}
            >
              <span className="bring-box">
                <Icon name="check" />
              </span>
              <span>{pick(text)}</span>
            </button>
          )}
        </PagedList>
      )}
    </div>
  )
}
