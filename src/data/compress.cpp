#include "data/compress.h"

#include <lzma.h>

#include <stdexcept>

namespace data {

std::string compressed(std::string_view bytes, std::uint32_t dictionary) {
  lzma_options_lzma options;
  if (lzma_lzma_preset(&options, 9 | LZMA_PRESET_EXTREME)) throw std::runtime_error{"liblzma lacks its best preset"};
  options.dict_size = dictionary;
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

std::string decompressed(std::string_view bytes) {
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_alone_decoder(&stream, UINT64_MAX) != LZMA_OK) throw std::runtime_error{"liblzma cannot start"};
  stream.next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  stream.avail_in = bytes.size();
  std::string out;
  auto result = LZMA_OK;
  while (result == LZMA_OK) {
    const auto before = out.size();
    out.resize(before + 8 * bytes.size() + 64);
    stream.next_out = reinterpret_cast<std::uint8_t*>(out.data() + before);
    stream.avail_out = out.size() - before;
    result = lzma_code(&stream, LZMA_FINISH);
    out.resize(out.size() - stream.avail_out);
  }
  lzma_end(&stream);
  if (result != LZMA_STREAM_END) throw std::runtime_error{"liblzma cannot decompress"};
  return out;
}

}  // namespace data
