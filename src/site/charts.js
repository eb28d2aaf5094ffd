var near=["charted","pointerover","focusin"];
function hear(){near.forEach(function(kind){addEventListener(kind,come,true)})}
function come(event){
if(!event.target.closest||!event.target.closest("[data-spec]"))return;
near.forEach(function(kind){removeEventListener(kind,come,true)});
load(files.lens).catch(function(fault){hear();throw fault});
}
hear();
