import '../booth-main.tsx'
import './old.css'
