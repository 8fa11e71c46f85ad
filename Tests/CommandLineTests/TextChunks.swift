import CommandLine

/// Reads `text` in chunks of `size` bytes, as a stream gives them; no bytes are its end.
func chunks(
  of text: String, size: Int
) -> () throws(SystemError) -> [UInt8] {
  var rest = Array(text.utf8)[...]
  return { () throws(SystemError) in
    let chunk = Array(rest.prefix(size))
    rest = rest.dropFirst(size)
    return chunk
  }
}
