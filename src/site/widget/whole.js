function unpacked(name){
var text=atob(document.getElementById(name).textContent),bytes=new Uint8Array(text.length);
for(var i=0;i<text.length;i++)bytes[i]=text.charCodeAt(i);
return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
window.words=function(bundle,then){then(held[bundle])};
function load(part){
return part.done=part.done||unpacked(part.name).then(function(bytes){return window.programs[part.name]({module_or_path:bytes})}).catch(function(fault){delete part.done;throw fault});
}
function start(){return load(files.program)}
