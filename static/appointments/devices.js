// Camera and microphone, tried in this browser: shown and heard here, recorded and sent nowhere.
const root = document.querySelector("[data-devices]");
const video = root.querySelector("video");
const level = root.querySelector("meter");
let stream = null;
let sound = null;

const say = (what) => {
  for (const words of root.querySelectorAll("[data-said]")) words.hidden = words.dataset.said !== what;
};

const stop = () => {
  stream?.getTracks().forEach((track) => track.stop());
  sound?.close();
  stream = sound = null;
  root.querySelector("[data-shown]").hidden = true;
};

const listen = () => {
  sound = new AudioContext();
  const analyser = sound.createAnalyser();
  const samples = new Uint8Array(analyser.fftSize);
  sound.createMediaStreamSource(stream).connect(analyser);
  const measure = () => {
    if (!stream) return;
    analyser.getByteTimeDomainData(samples);
    level.value = Math.min(100, Math.max(...samples.map((sample) => Math.abs(sample - 128))) * 2);
    requestAnimationFrame(measure);
  };
  measure();
};

const ask = (wanted) => navigator.mediaDevices.getUserMedia(wanted);

const start = async () => {
  stop();
  say("asking");
  try {
    stream = await ask({ audio: true, video: true }).catch((error) => {
      if (error.name !== "NotFoundError") throw error;
      return ask({ audio: true });
    });
  } catch (error) {
    say(error.name === "NotFoundError" ? "missing" : "denied");
    return;
  }
  const seen = stream.getVideoTracks().length > 0;
  video.hidden = !seen;
  video.srcObject = seen ? stream : null;
  root.querySelector("[data-shown]").hidden = false;
  listen();
  say(seen ? "works" : "sound_only");
};

if (navigator.mediaDevices && self.AudioContext) {
  document.querySelector("[data-devices-without]").hidden = true;
  root.hidden = false;
  root.querySelector("[data-start]").addEventListener("click", start);
  root.querySelector("[data-stop]").addEventListener("click", () => {
    stop();
    say("");
  });
  addEventListener("pagehide", stop);
}
