import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './phone.css'
import './ticket.css'
import './booking.css'
import { BookingPage } from './booking-page.tsx'

/** The hub stands in the same building: what the phone believes about the internet says nothing about it. */
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })

const code = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '')
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <BookingPage code={code} />
    </QueryClientProvider>,
  )
}
