var shown,kept={},begun,spoken,places,body=document.body,said=window.said,speaks=window.speaks,root=document.documentElement;
function held(name){return document.getElementById("packed-"+name).textContent.trim()}
// What unpacks the rest is packed as browsers know it.
function opened(name){
var text=atob(held(name)),all=new Uint8Array(text.length);
for(var i=0;i<text.length;i++)all[i]=text.charCodeAt(i);
return new Response(new Blob([all]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
function unpacked(name){
var all=kept[name]=kept[name]||window.unpack(held(name));
if(!all)throw new Error("damaged");
return all;
}
function told(bytes){return new TextDecoder().decode(bytes)}
window.words=function(bundle,then){then((spoken[speaks]||{})[bundle])};
// Page, query and part that an address behind # asks for; nothing where there is none.
function asked(hash){
var found=/^#\/(en|ko|zh)\/([^?#]*)(\?[^#]*)?(#.*)?$/.exec(hash);
return found&&{place:found[1]+"/"+found[2],query:found[3]||"",part:(found[4]||"").slice(1)};
}
function written(to){return "#/"+to.place+(to.query==="?"?"":to.query)+(to.part?"#"+to.part:"")}
// What an address leads to inside the file, whoever wrote it.
function inside(text){
var found=/(?:^|[#\/])(en|ko|zh)\/((?:[a-z_]+\/)*)(?:index\.html|widget\.html|widget-whole\.html)?(\?[^#]*)?(?:#([^#\/]*))?$/.exec(text.trim());
if(!found){
if(!/^\?[^#]+$/.test(text.trim()))return null;
return {place:shown.place,query:text.trim(),part:""};
}
// A file of one language shows what was shared in another.
var own=found[1]+"/"+found[2],place=own in places?own:speaks+"/"+found[2];
return place in places?{place:place,query:found[3]||"",part:found[4]||""}:null;
}
function go(part){
var target=part&&document.getElementById(window.readable(part));
if(target){target.scrollIntoView();if(!target.hasAttribute("tabindex"))target.setAttribute("tabindex","-1");target.focus({preventScroll:true})}
return target;
}
function show(to){
var page=places[to.place],computes=page[4]==="computes",query=new URLSearchParams(to.query),theme=query.get("theme");
shown=to;
if(theme==="dark"||theme==="light")root.setAttribute("data-theme",theme);
if(files.site)root.setAttribute("data-site",files.site);
root.setAttribute("data-query",to.query);
document.title=page[3];
body.className=page[4];
body.setAttribute("data-page",page[5]);
document.getElementById("sheet-reading").disabled=computes;
document.getElementById("page").innerHTML=told(unpacked(page[0]).subarray(page[1],page[1]+page[2]));
root.setAttribute("data-shown","");
if(!computes)body.setAttribute("data-ready","");
if(computes||document.getElementById("claims"))begin();
if(computes&&(query.has("is")||query.has("v")&&query.get("v")!==files.release)){
root.setAttribute("data-sealed",to.query);
ready(function(){dispatchEvent(new Event("panel"))});
}
arrive(to.part,40);
}
// A calculator writes its parts once its program has come.
function arrive(part,tries){if(part&&!go(part)&&tries)setTimeout(arrive,50,part,tries-1)}
function ready(then){
if(body.hasAttribute("data-ready"))return then();
var watch=new MutationObserver(function(){if(body.hasAttribute("data-ready")){watch.disconnect();then()}});
watch.observe(body,{attributes:true});
}
function begin(){
return begun=begun||Promise.resolve().then(function(){return window.programs.offline({module_or_path:unpacked("program")})}).catch(function(fault){begun=null;fail(fault)});
}
function fail(fault){
window.trouble(/damaged/.test(fault+"")?"damaged":/wasm|WebAssembly/i.test(fault+"")?"wasm":"start");
console.error(fault);
}
// What a reader sets goes into the address, so that it can be kept, and into whatever keeps it.
new MutationObserver(function(){
if(!shown)return;
shown.query=root.getAttribute("data-query");
try{history.replaceState(null,"",written(shown))}catch(fault){}
}).observe(root,{attributes:true,attributeFilter:["data-query"]});
function settle(link){
var raw=link.getAttribute("data-own")||link.getAttribute("href");
if(!raw||/^[a-z]+:/i.test(raw)||/^#(?!\/)/.test(raw))return;
var url=new URL(raw[0]==="#"?raw.slice(1):raw,"https://inside/"+shown.place),to={place:url.pathname.slice(1),query:url.search,part:url.hash.slice(1)};
// What is not in the file is named whole, or is no link.
if(!(to.place in places)){if(files.site)link.setAttribute("href",files.site+to.place+to.query+url.hash);else link.removeAttribute("href");return}
link.setAttribute("data-own",raw);
if(link.hasAttribute("data-keep"))to.query=root.getAttribute("data-query");
link.setAttribute("href",written(to));
}
function near(event){var link=event.target.closest&&event.target.closest("a[href]");if(link&&shown)settle(link);return link}
["pointerover","focusin","auxclick"].forEach(function(kind){addEventListener(kind,near)});
addEventListener("click",function(event){
var link=near(event),href=link&&link.getAttribute("href");
if(!href||!/^#(?!\/)/.test(href)||event.defaultPrevented)return;
event.preventDefault();
if(go(href.slice(1))){shown.part=href.slice(1);try{history.replaceState(null,"",written(shown))}catch(fault){}}
});
addEventListener("hashchange",function(){
var to=asked(location.hash);
if(!to)return;
if(to.place!==shown.place||to.query!==shown.query)return location.reload();
shown.part=to.part;go(to.part);
});
addEventListener("asked",function(event){dispatchEvent(new Event(event.target.dataset.of==="export"?"take":"panel"))},true);
var kinds=["charted","pointerover","focusin"];
function come(event){
if(!event.target.closest||!event.target.closest("[data-spec]"))return;
kinds.forEach(function(kind){removeEventListener(kind,come,true)});
begin().then(function(){dispatchEvent(new Event("charts"))});
}
kinds.forEach(function(kind){addEventListener(kind,come,true)});
function broken(event){if(event.target!==window||event.error||event.reason){var line=document.getElementById("broken");if(line)line.hidden=false}}
addEventListener("error",broken);
addEventListener("unhandledrejection",broken);
document.querySelectorAll("form.open").forEach(function(form){
form.addEventListener("submit",function(event){
event.preventDefault();
var text=form.querySelector("input").value,line=form.querySelector("[role=status]"),to=inside(text);
line.textContent=to?"":said[speaks].refused.replace("@text",function(){return text.slice(0,200)});
if(!to)return;
if(written(to)===location.hash)location.reload();else location.hash=written(to);
});
});
function checked(state){document.querySelectorAll(".payload").forEach(function(line){line.textContent=said[speaks][state]});root.setAttribute("data-payload",state)}
// What is packed has no sums of its own: nothing is unpacked that is not what it was.
function check(){
if(!window.crypto||!crypto.subtle)return Promise.resolve(checked("unknown"));
return crypto.subtle.digest("SHA-256",new TextEncoder().encode(files.packed.map(held).join(""))).then(function(found){
var hex=Array.prototype.map.call(new Uint8Array(found),function(byte){return(byte+256).toString(16).slice(1)}).join("");
checked(hex===files.hash?"same":"other");
if(hex!==files.hash)throw new Error("damaged");
},function(){checked("unknown")});
}
function first(){
spoken=JSON.parse(told(unpacked("words")));places=spoken.places;
var to=asked(location.hash),text;
// Settings behind a question mark, as somebody may write them.
if(!to&&location.search){location.replace(location.pathname+"#/"+speaks+"/calculator/"+location.search);return}
if(to&&!(to.place in places)){
text=to.place;
to=inside(written(to));
if(!to)window.tell("note",said[speaks].missing.replace("@text",function(){return text.slice(0,200)}));
}
show(to||{place:speaks+"/",query:"",part:""});
}
if(window.waiting||window.troubled)return;
check().then(function(){return opened("unpack")}).then(function(bytes){return window.programs.unpack({module_or_path:bytes})}).then(first).catch(fail);
