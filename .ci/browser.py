"""Chromium without a window, driven over its debugging pipe: JSON that ends in a NUL byte."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile


class Browser:
    """One page. `problems` gathers errors of the console, `requests` the addresses it asked for."""

    def __init__(self):
        program = shutil.which('chromium') or shutil.which('chromium-browser')
        assert program, 'chromium is not installed'
        self.folder = tempfile.mkdtemp()
        far_read, self.write_end = os.pipe()
        self.read_end, far_write = os.pipe()

        def connect():
            # The program reads from descriptor 3 and writes to 4.
            os.dup2(far_read, 100)
            os.dup2(far_write, 101)
            os.dup2(100, 3)
            os.dup2(101, 4)

        self.process = subprocess.Popen(
            [program, '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars',
             '--disable-dev-shm-usage', '--remote-debugging-pipe',
             '--user-data-dir=' + self.folder, 'about:blank'],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(far_read)
        os.close(far_write)
        self.number = 0
        self.rest = b''
        self.problems = []
        self.requests = []
        self.loaded = 0
        targets = self.send('Target.getTargets')['targetInfos']
        target = next(each for each in targets if each['type'] == 'page')
        self.session = None
        self.session = self.send(
            'Target.attachToTarget', targetId=target['targetId'], flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.send(domain + '.enable')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def send(self, method, **parameters):
        self.number += 1
        number = self.number
        message = {'id': number, 'method': method, 'params': parameters}
        if getattr(self, 'session', None):
            message['sessionId'] = self.session
        os.write(self.write_end, json.dumps(message).encode() + b'\0')
        while True:
            answer = self.receive()
            if answer.get('id') == number:
                assert 'error' not in answer, (method, answer['error'])
                return answer['result']

    def receive(self):
        while b'\0' not in self.rest:
            assert select.select([self.read_end], [], [], 120)[0], 'the browser does not answer'
            self.rest += os.read(self.read_end, 1 << 20)
        message, self.rest = self.rest.split(b'\0', 1)
        message = json.loads(message)
        what = message.get('params', {})
        if message.get('method') == 'Log.entryAdded':
            self.problems.append(what['entry']['text'])
        elif message.get('method') == 'Runtime.exceptionThrown':
            self.problems.append(json.dumps(what['exceptionDetails'])[:800])
        elif message.get('method') == 'Runtime.consoleAPICalled':
            self.problems.append(json.dumps(what['args'])[:400])
        elif message.get('method') == 'Network.requestWillBeSent':
            self.requests.append(what['request']['url'])
        elif message.get('method') == 'Page.loadEventFired':
            self.loaded += 1
        return message

    def size(self, width, height):
        self.send('Emulation.setDeviceMetricsOverride', width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def open(self, url):
        # A change of the fragment alone would not load the page anew.
        for each in ('about:blank', url):
            before = self.loaded
            self.send('Page.navigate', url=each)
            while self.loaded == before:
                self.receive()

    def run(self, script):
        """The value of an expression of JavaScript, which may be a promise."""
        answer = self.send('Runtime.evaluate', expression=script, returnByValue=True,
                           awaitPromise=True)
        assert 'exceptionDetails' not in answer, json.dumps(answer['exceptionDetails'])[:800]
        return answer['result'].get('value')

    def press(self, key, **more):
        for kind in ('keyDown', 'keyUp'):
            self.send('Input.dispatchKeyEvent', type=kind, key=key, code=key, **more)

    def screenshot(self, path):
        data = self.send('Page.captureScreenshot', format='png')['data']
        with open(path, 'wb') as file:
            file.write(base64.b64decode(data))
