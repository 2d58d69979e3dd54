import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './desk.css'
import './field.css'
import './line.css'
import './dialog.css'
import './sign-in.css'
import { CounterPage } from './counter-page.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<CounterPage />)
