import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './phone.css'
import './ticket.css'
import { TicketPage } from './ticket-page.tsx'

const publicCode = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '')
const root = document.getElementById('root')
if (root) createRoot(root).render(<TicketPage publicCode={publicCode} />)
