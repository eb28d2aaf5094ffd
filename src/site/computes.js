ask("page");ask(files.own);
function panel(){return load(files.panel)}
addEventListener("asked",function(event){return event.target.dataset.of==="export"?load(files.take):panel()},true);
function say(event){if(event.target!==window||event.error||event.reason){var line=document.getElementById("broken");if(line)line.hidden=false}}
addEventListener("error",say,true);
addEventListener("unhandledrejection",say);
var said=new URLSearchParams(location.search),root=document.documentElement;
function unsealed(fault){root.removeAttribute("data-sealed");throw fault}
function seal(){
if(document.body.hasAttribute("data-ready"))panel().catch(unsealed);
else new MutationObserver(function(_,watch){if(document.body.hasAttribute("data-ready")){watch.disconnect();panel().catch(unsealed)}}).observe(document.body,{attributes:true});
}
if(files.panel&&(said.has("is")||said.has("v")&&said.get("v")!==files.release)){
root.setAttribute("data-sealed",location.search);
addEventListener("DOMContentLoaded",seal);
}
