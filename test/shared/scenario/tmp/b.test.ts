import { it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import { formatQuantity } from '#shared/scenario/quantity/format-quantity.ts';
it('x',()=>{
 const c={start:{year:2026,month:4}};
 const t=(text:string,d:any,range?:any)=>{const r=parseQuantity(text,d,range?{...c,range}:c); console.log(d.padEnd(10),JSON.stringify(text).padEnd(40), r.ok?JSON.stringify(r.value.distribution)+(r.value.qualifier??'')+ (r.value.distribution.kind==='constant'?' => '+formatQuantity(r.value.distribution.value,d,c.start):''):`!! ${r.error.code} [${r.error.from},${r.error.to}] ${r.error.message} | met ${r.error.met} | exp ${r.error.expected} | fix ${r.error.fix?.replacement}`)};
 for(const x of ['$100B','$8 billion','5 B USD','$2.5M','-$5B','$1_000','1,000','$1,000,000','100000','$5 to 9B','$5B to $9B','5 to 9B USD','$5 to $9B','oneof($4B: 1, $8B: 3)','oneof($4B, $8B)','oneof($4B: 0)','up to $20B','more than $100B','normal($5B, 1)','normal($5B, $0)','$5m','5 GW','€5B','$','','abc','$1e999','uniform(1, 2) M','chance(30 %)','$0','0','$5/year','beta(2,5)','beta(2,5,$0,$10B)','lognormal($5B, $9B), at most $10B','$5B, at most $3B','nromal(1,2)','pert(1,2','pert(1,2,3)','about $5 to 9B']) t(x,'money');
 for(const x of ['2.5 GW','871 W','5 gw','5 mW','5','5 GWh','5 to 9 GW, at most 10 GW','5 to 9 GW, at most 10','5-9 GW','5 – 9 GW','9 to 5 GW','2,5 GW','normal(5, 1) GW','pert(1 GW, 2 GW, 5 GW)','pert(1 GW, 2 GW, 5) MW','2026-04','5 parsecs','5 GW and more','uniform(0, 5 GW)','5e-1 GW', '1 GW at most 3', '.5 GW','up to','at least 5 GW, at most 7 GW']) t(x,'power',{min:0});
 t('871 W','chip-power');t('0.9 kW','chip-power');t('1299 TFLOP/s','compute');t('1.3 PFLOPS','compute');t('1.3 PFLOPS/s','compute');
 for(const x of ['18 months','5 years','1 quarter','2 weeks','0 to 9 months','pert(0, 3, 18) months','30 days','1 month','18','-3 months','18 moths','2026-04']) t(x,'duration',{min:0});
 for(const x of ['2026-04','2026-04-20','2026-Q2','2026','2026-13','2026-4','April 2026','2026/04','pert(2027-06, 2027-10, 2028-12)','normal(2027-06, 3 months)','normal(2027-06, 3) months','2026-04 to 2027-04','18 months','2026-02-30','04-2026','soon','5','oneof(2027-06: 1, 2028: 2)','about 2027']) t(x,'date');
 for(const x of ['35 %','0.35','35','1.5','30 to 60 %','80 to 100 %','beta(2, 5)','beta(2,5) %','20:1','chance(30 %)','-5 %','7 %','33.3 %']) t(x,'share',{min:0,max:1});
 for(const x of ['30 %','chance(30 %)','0','1','120 %','10 to 20 %']) t(x,'probability',{min:0,max:1});
 for(const x of ['12 %/year','12 %','1 %/month','5 to 25 %/year','-10 %/year','12 percent per year','0.12']) t(x,'rate-per-year');
 for(const x of ['1.2x','20:1','1.2','120 %','1.2 x']) t(x,'multiple');
 for(const x of ['1.15','20:1','k','1e3','5k','1_0__0','--5', '- 5']) t(x,'number');
 t('$2.235/chip-hour','money-per-chip-hour');t('$2','money-per-chip-hour');t('$35B/GW','money-per-power');t('$12B/GW-year','money-per-power-year');t('$100/kW-month','money-per-power-year');t('500k chips','chips');t('500000','chips');t('160M shares','shares');t('$0.01/share','money-per-share');t('$30B/year','money-per-year');t('$2.5B/month','money-per-year');t('500 GFLOP/s per $','compute-per-money');t('5 GWh','energy');
});
