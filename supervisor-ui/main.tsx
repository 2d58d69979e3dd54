import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './supervisor.css'
import './alerts/alerts.css'
import { Supervisor } from './supervisor.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Supervisor />)
