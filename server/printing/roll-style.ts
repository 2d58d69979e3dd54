/** Anyaman, light: indigo edge = can be touched, sand line = cannot; no outside font or picture. */
export const rollStyle = `
:root{--nila-950:#061723;--nila-900:#0A2336;--nila-700:#17466A;--nila-600:#1F5B86;--nila-500:#3C7CA8;--nila-200:#CBE0EC;
--mori-0:#fff;--mori-50:#FAF8F4;--mori-200:#E7E1D6;--ulin-600:#544C41}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--mori-50);color:var(--nila-950);
font:500 15px/1.4 "Plus Jakarta Sans",system-ui,"Noto Sans",sans-serif;word-spacing:.06em}
h1,h2,p,ol{margin:0;padding:0}h1,h2{font-weight:750;letter-spacing:-.018em;line-height:1.1;text-wrap:balance}
header{background:var(--nila-900);color:var(--mori-0);padding:20px 24px;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:baseline}
header h1{font-size:28px;margin-right:auto}header p{order:1;flex-basis:100%;color:var(--nila-200)}
header a{color:var(--mori-0);min-height:44px;display:inline-flex;align-items:center}
main{display:grid;align-items:start;grid-template-columns:minmax(0,280px) minmax(0,1fr);gap:40px;padding:24px;max-width:1040px;margin:0 auto}
fieldset{border:1px solid var(--mori-200);border-radius:8px;background:var(--mori-0);padding:16px;margin:0;display:grid;gap:4px}
legend{font-weight:750;font-size:18px;line-height:1.1;letter-spacing:-.018em;float:left;padding:0;margin-bottom:12px}
label{display:flex;align-items:center;gap:12px;min-height:44px;cursor:pointer}
input{width:24px;height:24px;margin:0;accent-color:var(--nila-700);flex:none}
button{min-height:44px;margin-top:12px;border:0;border-radius:8px;background:var(--nila-700);color:var(--mori-0);
font:inherit;font-weight:650;cursor:pointer;padding:0 20px}
:focus-visible{outline:3px solid var(--nila-600);outline-offset:3px;box-shadow:0 0 0 3px var(--mori-0)}
header :focus-visible{outline-color:var(--mori-0);box-shadow:none}
h2{font-size:18px;margin-bottom:16px}ol{list-style:none;display:grid;gap:0;justify-items:start}
.mouth{height:14px;width:min(100%,340px);background:var(--nila-950);border-radius:4px 4px 0 0}
li{width:min(100%,340px);padding:0 12px}
li figure{margin:0;background:var(--mori-0);border:1px solid var(--mori-200);border-top:0;padding:12px 12px 0}
li img{display:block;width:100%;height:auto;image-rendering:auto}
li figcaption{display:flex;gap:12px;justify-content:space-between;align-items:center;color:var(--ulin-600);border-top:2px dashed var(--mori-200);margin:12px -12px 0;padding:0 12px}
li a{color:var(--nila-700);min-height:44px;display:inline-flex;align-items:center}
.empty{width:min(100%,340px);border:1px solid var(--mori-200);border-top:0;background:var(--mori-0);padding:24px;color:var(--ulin-600)}
@media(max-width:680px){main{grid-template-columns:minmax(0,1fr)}}
`
