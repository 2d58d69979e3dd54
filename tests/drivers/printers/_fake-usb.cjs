/**
 * A fake USB device for the real `escpos-usb`: `usb` is replaced by this object, whose one printer carries its bytes
 * over a Unix socket to the fake printer in the test. It is plugged in while the socket is there.
 */
const { EventEmitter } = require('node:events')
const { existsSync } = require('node:fs')
const { connect } = require('node:net')

module.exports = (path) => {
  const usb = Object.assign(new EventEmitter(), {
    getDeviceList: () => (existsSync(path) ? [openDevice()] : []),
    findByIds: () => undefined,
  })

  function openDevice() {
    let socket = null
    const into = Object.assign(new EventEmitter(), {
      direction: 'in',
      startPoll: () => socket.on('data', (data) => into.emit('data', data)),
      stopPoll: (done) => setImmediate(done),
    })
    const out = { direction: 'out', timeout: 0, transfer }

    function transfer(data, done) {
      let isOver = false
      const settle = (error) => {
        if (isOver) return
        isOver = true
        clearTimeout(timer)
        socket?.off('close', lost)
        done(error)
      }
      const lost = () => settle(new Error('LIBUSB_TRANSFER_NO_DEVICE'))
      const timer = setTimeout(() => settle(new Error('LIBUSB_TRANSFER_TIMED_OUT')), out.timeout || 2 ** 30)
      if (!socket || socket.destroyed) return lost()
      socket.on('close', lost)
      socket.write(data, settle)
    }

    const device = {
      deviceDescriptor: { idVendor: 0x04b8, idProduct: 0x0e15, iSerialNumber: 3 },
      configDescriptor: { interfaces: [[{ bInterfaceClass: 7 }]] },
      interfaces: [
        {
          altSetting: 0,
          setAltSetting: (_setting, done) => setImmediate(done),
          isKernelDriverActive: () => true,
          detachKernelDriver: () => undefined,
          claim: () => undefined,
          endpoints: [into, out],
        },
      ],
      open() {
        socket = connect(path)
        socket.on('error', () => undefined)
        const opened = socket
        opened.on('close', () => socket === opened && usb.emit('detach', device))
      },
      close() {
        const closed = socket
        socket = null
        closed?.end()
      },
      getStringDescriptor: (_index, done) => done(null, 'SN-0001'),
    }
    return device
  }

  require.cache[require.resolve('usb')] = {
    id: 'usb',
    filename: 'usb',
    loaded: true,
    exports: usb,
    children: [],
    paths: [],
  }
  return require('escpos-usb')
}
