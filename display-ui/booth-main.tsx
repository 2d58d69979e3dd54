import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './booth.css'
import { BoothPage } from './booth-page.tsx'
import { readLocale } from './words.ts'

const code = decodeURIComponent(location.pathname.split('/').pop() ?? '')
const root = document.getElementById('root')
if (root) createRoot(root).render(<BoothPage code={code} locale={readLocale(new URLSearchParams(location.search))} />)
