#pragma once
// Only the digest interface of libcrypto. EVP_sha256 and EVP_DigestInit_ex are plain functions, but
// the context type is opaque and the engine argument always null: the inline functions say so once.
#include <openssl/evp.h>
#include <stddef.h>

static inline void *sipas_sha256_begin(void) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1) {
    EVP_MD_CTX_free(context);
    return NULL;
  }
  return context;
}

static inline int sipas_sha256_update(void *context, const void *bytes, size_t count) {
  return EVP_DigestUpdate((EVP_MD_CTX *)context, bytes, count) == 1;
}

// Writes 32 bytes to `digest`, and frees the context whatever happens.
static inline int sipas_sha256_end(void *context, unsigned char *digest) {
  unsigned int length = 0;
  int done = EVP_DigestFinal_ex((EVP_MD_CTX *)context, digest, &length) == 1 && length == 32;
  EVP_MD_CTX_free((EVP_MD_CTX *)context);
  return done;
}

static inline void sipas_sha256_cancel(void *context) { EVP_MD_CTX_free((EVP_MD_CTX *)context); }
