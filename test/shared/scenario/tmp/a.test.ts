import { it } from 'vitest';
import { parseText } from '#shared/scenario/text/parse.ts';
const show=(n:any):any=>n.kind==='map'?Object.fromEntries(n.entries.map((e:any)=>[e.key,show(e.value)])):n.kind==='list'?n.items.map(show):n.isNull?null:n.text;
it('x',()=>{
 for(const t of ['a: { slip: pert(0, 3, 18) months, b: 5 to 9 GW, at most 10 GW, c: oneof($4B: 1, $8B: 3) }','a: oneof($4B: 1, $8B: 3)\nb: |\n  "foo (a, b)\nc: "x (a, b)"\n','a: b: c','a: [1','a: "x','a:\n\tb: 1','a: *x','a: &x {b: 1}\nc: *x','a: &x [*x]','!!int 5','a: !foo 5','---\na: 1\n---\nb: 2','','# hi','- a\n- b','a: 1\na: 2','<<: 1','? [a]\n: b','%YAML 1.2\n---\na: 1','\ufeffa: 1\r\nb: 2\r\n','a: @x','a: 12 %/year','a: %x','__proto__: 1\nb: 2','a: yes\nb: 1_000\nc: 1e3\nd: ~','a b\nc: d','a: 1\n b: 2','a:\n  b: 1\n c: 2', 'a: {b: 1, b: 2', 'a: "\\q"', "a: 'it", '[', '}', 'a: ]', ': x', 'checks:\n  - max(a, b) >= c: max(a, b) >= 3\n', 'a: {note: see (x, b: c}', 'x: `a`', 'a: >\n  text\n   more\nb: 1']){
  const r=parseText('f',t); console.log(JSON.stringify(t), r.tree?JSON.stringify(show(r.tree)):null, r.problems.map(p=>`${p.line}:${p.column} ${p.code} ${p.message}`));
 }
 const time=(n:string,t:string)=>{const s=performance.now(); const r=parseText('f',t); console.log(n,Math.round(performance.now()-s),r.problems[0]?.code, r.problems.length)};
 const N=10_000;
 for (const [n,u] of [['[','['],['{','{'],['- ','- '],['? ','? '],['"','"'],['(','('],['a: ','a: '],['a\n','a\n'],['a:\\n','a:\n'],['#\n','#\n'],['!','!'],['&a ','&a '],['*a ','*a '],["'","'"],['- a\n','- a\n'],['{}','{}'],['|\n','|\n'],['- |\n','- |\n'],[',',','],['[a],','[a],'],[': ',': '],['---\n','---\n'],['%a\n','%a\n'],['a: (,)\n','a: (,)\n'],['\\','\\'],['...\n','...\n']] as const) time(n,u.repeat(Math.floor(N/u.length)));
 for (const [n,u] of [['[','['],['{','{'],['- ','- '],['? ','? '],['[- ','[- '],['[a: ','[a: '],['{?','{? ']] as const) time('k: '+n,'k: '+u.repeat(Math.floor(N/u.length)));
 let ind='';for(let i=0;i<1400;i++)ind+=' '.repeat(i)+'a:\n'; time('ind',ind.slice(0,N));
 let keys='';for(let i=0;i<100000;i++)keys+='k'+i+': 1\n'; time('keys',keys);
 let l5='';for(let i=0;i<1000;i++)l5+=`d${i}:\n  provider: Amazon # x\n  amount: { amount: $8B, source: abc }\n  slip: pert(0, 3, 18) months\n  power: 5 to 9 GW\n`; time('5000',l5);time('5000',l5);time('150',l5.slice(0,l5.length/33));
},100000);
