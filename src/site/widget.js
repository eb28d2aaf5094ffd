var root=document.documentElement,query=new URLSearchParams(location.search||root.dataset.query||""),up=parent===window?null:parent,host=query.get("host"),id=query.get("id")||"lodestone",pym=query.get("childId"),resizer,tall,begun,panel=document.getElementById("study");
try{host=host&&new URL(host).origin}catch(fault){host="null"}
if(host==="null")host=null;
function post(message,to){if(up)up.postMessage(message,to||"*")}
function tell(event,more){post(Object.assign({type:"lodestone.v1",event:event,id:id,release:files.release},more),host)}
function size(kind){
var height=Math.ceil(document.body.getBoundingClientRect().height),text=resizer+":"+height+":"+root.clientWidth+":";
if(kind!=="init"&&height===tall)return;
tall=height;
tell("resize",{height:height});
if(resizer)post("[iFrameSizer]"+text+(kind==="init"?kind:"size"));
if(pym)post(["pym",pym,"height",height].join("xPYMx"));
var all={};all[id]=height;
post({"datawrapper-height":all});
}
function channel(part){part/=255;return part<=.04045?part/12.92:Math.pow((part+.055)/1.055,2.4)}
function light(colour){return .2126*channel(parseInt(colour.slice(1,3),16))+.7152*channel(parseInt(colour.slice(3,5),16))+.0722*channel(parseInt(colour.slice(5),16))}
function contrast(one,other){one=light(one);other=light(other);return(Math.max(one,other)+.05)/(Math.min(one,other)+.05)}
var names=["paper","ink","accent"],parts=[1,2,3,4,5,6,7,8,9,10],own={},wanted={};
function value(name){return getComputedStyle(root).getPropertyValue("--"+name).trim()}
function extras(){return ["raised","ink-soft","on-accent","on-neutral"].concat(parts.map(function(n){return "on-"+n}))}
function brand(asked){
var next=Object.assign({},own);
names.forEach(function(name){var text=asked[name];if(text===null||text===undefined)return;text=String(text);if(text==="")delete next[name];else next[name]=/^#/.test(text)?text:"#"+text});
var wrong=names.find(function(name){return next[name]&&!/^#[0-9a-fA-F]{6}$/.test(next[name])});
if(wrong)return tell("error",{reason:wrong+": "+next[wrong].slice(0,40)+" is no colour. Accepted: six hexadecimal digits, as b4232a."});
names.concat(extras()).forEach(function(name){root.style.removeProperty("--"+name)});
var all={};names.forEach(function(name){all[name]=next[name]||value(name)});
wrong=["ink","accent"].find(function(name){return contrast(all[name],all.paper)<4.5});
if(wrong)tell("error",{reason:wrong+": "+all[wrong]+" on "+all.paper+" has a contrast of "+contrast(all[wrong],all.paper).toFixed(1)+". Accepted: 4.5 or more."});
else own=wanted=next;
if(Object.keys(own).length)names.forEach(function(name){all[name]=own[name]||value(name);if(own[name])root.style.setProperty("--"+name,own[name])});
if(own.paper||own.ink){root.style.setProperty("--raised",all.paper);root.style.setProperty("--ink-soft",all.ink)}
if(Object.keys(own).length)["accent","neutral"].concat(parts.map(function(n){return "series-"+n})).forEach(function(name){
var fill=name==="accent"?all.accent:value(name),best=[all.paper,all.ink,"#000000","#ffffff"].find(function(text){return contrast(fill,text)>=4.5});
root.style.setProperty("--on-"+name.replace("series-",""),best);
});
dispatchEvent(new Event("themed"));
}
// What could be read in one theme is tried again in the other, and kept for when the first comes back.
function again(){var kept=wanted;own={};brand(kept);wanted=kept}
function theme(name){
if(name==="auto")root.removeAttribute("data-theme");else if(name==="dark"||name==="light")root.setAttribute("data-theme",name);else return tell("error",{reason:"theme: "+name.slice(0,40)+" is not possible. Accepted: auto, light, dark."});
again();
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change",again);
function lines(name){var out={};(panel.getAttribute(name)||"").split("\n").forEach(function(line){var at=line.indexOf("=");if(at>0)out[line.slice(0,at)]=line.slice(at+1)});return out}
function answers(){var all=lines("data-answers");Object.keys(all).forEach(function(key){var parts=all[key].split("..").map(Number);all[key]={low:parts[0],central:parts[1],high:parts[2]}});return all}
function state(event){tell(event,{inputs:lines("data-inputs"),outputs:answers()})}
function failed(fault){
var refused=/wasm|WebAssembly|unsafe-eval/i.test(fault+"")&&!/fetch|import/i.test(fault+""),line=document.getElementById(refused?"refused":"broken");
begun=null;if(line)line.hidden=false;
tell("error",{reason:String(fault)});
}
function begin(){return begun=begun||start().then(function(){["refused","broken"].forEach(function(name){document.getElementById(name).hidden=true})}).catch(failed)}
var first=true,asked=false;
function answer(){if(asked&&panel.hasAttribute("data-answers")){asked=false;state("state")}}
panel.addEventListener("shown",function(){
var refused=panel.getAttribute("data-refused");
if(refused){panel.removeAttribute("data-refused");return tell("error",{reason:refused.trim()})}
state(first?"ready":"change");first=false;answer();
});
function settled(then){if(document.body.hasAttribute("data-ready"))return then();var watch=new MutationObserver(function(){if(document.body.hasAttribute("data-ready")){watch.disconnect();then()}});watch.observe(document.body,{attributes:true})}
function ready(then){settled(then);begin()}
function set(inputs){
var text="";
for(var key in inputs){var said=String(inputs[key]);if(!/^[\w.-]{1,60}$/.test(key)||/[\r\n]/.test(said))return tell("error",{reason:key.slice(0,60)+" is no input that can be set. Accepted: the keys of schema.json with a number or a text."});if(said.length>2000)return tell("error",{reason:key+": the text has "+said.length+" characters. Accepted: 2000 at most."});text+=key+"="+said+"\n"}
ready(function(){setTimeout(function(){panel.setAttribute("data-choice",text);panel.dispatchEvent(new Event("chosen"))})});
}
addEventListener("message",function(event){
var said=event.data;
if(!up||event.source!==up)return;
if(typeof said==="string"){
var name=/^\[iFrameSizer\]([\w-]{1,80}):/.exec(said);
if(name){resizer=name[1];size("init")}
return;
}
if(!said||said.type!=="lodestone.v1"||said.event)return;
if(!host||event.origin!==host)return post({type:"lodestone.v1",event:"error",id:id,release:files.release,reason:"Messages from "+event.origin+" are not read. Accepted: those of the origin that host= in the address of the frame names."});
if(said.theme!==undefined)theme(String(said.theme));
if(said.brand&&typeof said.brand==="object")brand(said.brand);
if(said.set&&typeof said.set==="object")set(said.set);
// What was set a moment ago is part of the answer: the page has drawn it by then.
if(said.get)ready(function(){asked=true;setTimeout(answer,250)});
});
names.some(function(name){return query.has(name)})&&brand({paper:query.get("paper"),ink:query.get("ink"),accent:query.get("accent")});
var only=query.get("show");
if(only==="all")root.setAttribute("data-show",only);
else if(only){
var figure=document.querySelector('[data-chart="'+only.replace(/[^\w-]/g,"")+'"]');
if(figure){figure.setAttribute("data-shown","");root.setAttribute("data-show","chart")}
else tell("error",{reason:"show: "+only+" is not on this page. Accepted: all, "+[].map.call(document.querySelectorAll("[data-chart]"),function(one){return one.dataset.chart}).join(", ")+"."});
}
root.setAttribute("data-started","");
var made=query.get("v"),moved=document.getElementById("moved");
if(made&&made!==files.release){
var line=moved.firstChild,newest=document.getElementById("newest"),fresh=new URLSearchParams(query);
line.textContent=line.textContent.replace("@was",made.slice(0,40));moved.hidden=false;
fresh.delete("v");fresh.delete("is");
if(newest)newest.href=location.pathname+"?"+fresh;
// A frozen frame goes back to the inputs of its release once its own program is there.
if(files.panel){root.setAttribute("data-sealed",location.search);settled(function(){load(files.panel)})}
tell("error",{reason:"v: this frame was made with release "+made.slice(0,40)+"; it computes with "+files.release+"."});
}
addEventListener("click",function(event){
var link=event.target.closest&&event.target.closest("a[href]"),to=link&&link.getAttribute("href");
if(!to)return;
if(to.charAt(0)==="#"){
event.preventDefault();
var there=document.getElementById(to.slice(1));
if(there)there.scrollIntoView({block:"nearest"});
return;
}
if(!/^https?:/.test(location.protocol)&&!/^https?:/.test(to)){
if(!files.at)return event.preventDefault();
link.href=new URL(to,files.at).href;
}
if(link.hasAttribute("data-keep")){
var set=lines("data-inputs"),said=Object.keys(set).length||!location.search?new URLSearchParams(set):query;
link.search=String(said);
}
},true);
new ResizeObserver(function(){size()}).observe(document.body);
post("[iFrameResizerChild]Ready");
["pointerdown","focusin"].forEach(function(kind){addEventListener(kind,begin,true)});
new IntersectionObserver(function(seen,watch){if(seen.some(function(one){return one.isIntersecting})){watch.disconnect();begin()}}).observe(document.getElementById("app"));
addEventListener("error",function(event){if(event.error)failed(event.error)});
addEventListener("unhandledrejection",function(event){failed(event.reason)});
