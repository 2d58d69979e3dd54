import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './styles/desk.css'
import './styles/parts.css'
import './styles/pages.css'
import './styles/bookings.css'
import './styles/alerts.css'
import { DeskPage } from './desk-page.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<DeskPage />)
