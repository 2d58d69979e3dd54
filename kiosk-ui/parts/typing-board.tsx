import { Icon } from '../../ui-kit/icon.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'

const rows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const

interface Props {
  query: string
  /** Codes have no spaces. */
  spaced?: boolean
  /** What the last key says and does. */
  done: string
  onDone: () => void
}

/** The typing board on the screen. By keyboard it is one stop of Tab: the arrow keys go from key to key. */
export function TypingBoard({ query, spaced = true, done, onDone }: Props) {
  const { send } = useKiosk()
  const { t } = useWords()
  const type = (text: string) => send({ type: 'query', query: text })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div className="board" role="group" aria-label={t('kiosk.board')} data-arrows>
      {rows.map((row, index) => (
        <div key={row}>
          {[...row].map((letter) => (
            <button
              key={letter}
              type="button"
              tabIndex={letter === 'Q' ? 0 : -1}
              onClick={() => type(query + letter.toLowerCase())}
            >
              {letter}
            </button>
          ))}
          {index === rows.length - 1 && (
            <button
              type="button"
              className="board-erase"
              tabIndex={-1}
              aria-label={t('kiosk.erase')}
              onClick={() => type(query.slice(0, -1))}
            >
              <Icon name="backspace" />
            </button>
          )}
        </div>
      ))}
      <div>
        {spaced && (
          <button type="button" className="board-space" tabIndex={-1} onClick={() => type(`${query} `)}>
            {t('kiosk.space')}
          </button>
        )}
        <button type="button" className="board-search" tabIndex={-1} onClick={onDone}>
          {done}
        </button>
      </div>
    </div>
  )
}
