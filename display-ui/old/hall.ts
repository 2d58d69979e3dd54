import '../main.tsx'
import './old.css'
