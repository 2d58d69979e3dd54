import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { StepPage } from '../parts/step-page.tsx'
import { TypingBoard } from '../parts/typing-board.tsx'
import { codeText } from '../scan.ts'

/** A booking or a slip is scanned here, or its code typed. A scanner types into the field and ends with Enter. */
export function CodePage() {
  const { journey, send, portrait } = useKiosk()
  const { t } = useWords()
  const { query, lookup } = journey
  const looking = lookup?.state === 'looking'
  const look = () => query.trim() !== '' && send({ type: 'look-up', text: query })
  const tell = (
    <>
      <h1 tabIndex={-1}>{t('kiosk.code.title')}</h1>
      <p className="code-hint">{t('kiosk.code.hint')}</p>
      {portrait && !journey.modes.large && <p className="code-hint">{t('kiosk.code.slip')}</p>}
      <p className="code-said" role="status">
        {looking && t('kiosk.code.looking')}
        {lookup?.state === 'unknown' && t('kiosk.code.unknown')}
        {lookup?.state === 'unanswered' && t('kiosk.unanswered')}
      </p>
    </>
  )
  return (
    <StepPage name="code" tell={tell}>
      <div className="find find-open code-field">
        <Icon name="qr-code" />
        <input
          inputMode="none"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the visitor has just asked to type or scan
          autoFocus
          aria-label={t('kiosk.code.label')}
          value={query.length <= 8 ? codeText(query) : query}
          onChange={(event) => send({ type: 'query', query: event.target.value.replace(/\s/g, '') })}
          onKeyDown={(event) => event.key === 'Enter' && look()}
        />
        {query !== '' && (
          <Button icon="x" onClick={() => send({ type: 'query', query: '' })}>
            {t('kiosk.clear')}
          </Button>
        )}
      </div>
      <TypingBoard query={query} spaced={false} done={t('kiosk.continue')} onDone={look} />
    </StepPage>
  )
}
