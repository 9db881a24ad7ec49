import { it } from 'vitest';
import { resolveLayers } from '#shared/scenario/layers/resolve.ts';
import { companionIds } from '#shared/scenario/layers/references.ts';
const show=(n:any):any=>n.kind==='map'?Object.fromEntries(n.entries.map((e:any)=>[e.key,show(e.value)])):n.kind==='list'?n.items.map(show):n.isNull?null:n.text+'@'+n.place.file;
it('x',()=>{
 const go=(text:string,files:any={},id='v.yaml')=>{const r=resolveLayers({id,text,files}); console.log(r.tree?JSON.stringify(show(r.tree)):null,r.problems.map(p=>`${p.severity} ${p.file??''} ${p.line}:${p.column} ${p.code} ${p.message}`),r.changes.map(c=>c.kind+' '+c.path),r.files)};
 const b='offtake: 1\ntitle: B\nuse: [cat.yaml]\ndeals:\n  aws: { amount: {value: $8B, source: x}, capacity: {slip: 3 months, phases: {a: {power: 1 GW}, b: {power: 2 GW}}}}\n';
 const cat='generations:\n  t2: {life: 5 years}\n  t3: {life: 4 years}\n';
 go('offtake: 1\nextends: b.yaml\ntitle: V\ndeals:\n  aws: { amount: {value: $9B}, capacity: {slip: 3  months, phases: {a: null, c: {power: 3 GW}, d: null}}}\ngenerations: {t2: null}\n',{'b.yaml':b,'cat.yaml':cat});
 go('extends: v.yaml'); go('extends: ../v.yaml');go('extends: bb.yaml',{'b.yaml':b});go('extends: b.yaml',{'b.yaml':b});go('extends: b.yaml',{'b.yaml':'extends: v.yaml'});go('use: b.yaml',{'b.yaml':b,'cat.yaml':cat});go('extends: b.yaml',{'b.yaml':'a: [','cat.yaml':cat});
 console.log(companionIds('x/v.yaml','extends: b.yaml\nuse: [cat.yaml, ../d.yaml]'));
});
