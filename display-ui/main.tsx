import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './hall.css'
import './takeover.css'
import './still.css'
import { HallPage } from './hall-page.tsx'
import { readLocale } from './words.ts'

const asked = new URLSearchParams(location.search)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <HallPage zone={asked.get('zone') ?? ''} locale={readLocale(asked)} sound={asked.get('sound') === '1'} />,
  )
}
