#include "data/compress.h"

#include <lzma.h>

#include <stdexcept>

namespace data {

std::string compressed(std::string_view bytes) {
  lzma_options_lzma options;
  if (lzma_lzma_preset(&options, 9 | LZMA_PRESET_EXTREME)) throw std::runtime_error{"liblzma lacks its best preset"};
  options.dict_size = 1 << 16;  // several times what user data can hold
  options.pb = 0;
  options.nice_len = 64;
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_alone_encoder(&stream, &options) != LZMA_OK) throw std::runtime_error{"liblzma cannot start"};
  std::string out(lzma_stream_buffer_bound(bytes.size()), '\0');
  stream.next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  stream.avail_in = bytes.size();
  stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
  stream.avail_out = out.size();
  const auto result = lzma_code(&stream, LZMA_FINISH);
  out.resize(out.size() - stream.avail_out);
  lzma_end(&stream);
  if (result != LZMA_STREAM_END) throw std::runtime_error{"liblzma cannot compress"};
  return out;
}

}  // namespace data
