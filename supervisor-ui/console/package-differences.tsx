import type { PackagePreviewAnswer } from '../../server/contract/site-wire.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { plansFor } from '../plans/all-plans.ts'

type Differences = PackagePreviewAnswer['differences']
const manners = ['added', 'changed', 'moved', 'removed'] as const

/** What a package would change: per kind how many, and which. */
export function PackageDifferences({ differences }: { differences: Differences }) {
  const { t } = useMessages<ConsoleKey>()
  if (differences.length === 0) return <p>{t('import.same')}</p>
  const kinds = [...new Set(differences.map(({ kind }) => kind))]
  return (
    <ul className="sorts">
      {kinds.map((kind) => {
        const own = differences.filter((difference) => difference.kind === kind)
        const title = kind === 'site' ? t('kind.site') : t(plansFor(kind)[0]?.title ?? 'kind.site')
        return (
          <li key={kind}>
            <details open={own.length <= 8}>
              <summary>
                <b>{title}</b>
                {manners.map((change) => {
                  const n = own.filter((difference) => difference.change === change).length
                  return n > 0 && <span key={change}>{t(`import.${change}`, { n })}</span>
                })}
              </summary>
              <ul>
                {own.map(({ code, change, parts }) => (
                  <li key={code}>
                    <b>{code}</b> {t(`import.is-${change}`)}
                    {change === 'changed' && parts.length > 0 && `: ${parts.join(', ')}`}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
