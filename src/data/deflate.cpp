#include "data/deflate.h"

#include <zlib.h>

#include <stdexcept>

namespace data {

namespace {

// zlib takes no const pointer, yet does not write there.
Bytef* input(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }

}  // namespace

std::string deflated(std::string_view bytes, std::string_view dictionary) {
  constexpr int largestWindow = 15;
  constexpr int memory = 7;  // 8,192 symbols in one block: more than user data can hold
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, largestWindow, memory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error{"zlib cannot start"};
  deflateSetDictionary(&stream, input(dictionary), static_cast<uInt>(dictionary.size()));
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = input(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const auto result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error{"zlib cannot compress"};
  return out;
}

}  // namespace data
