#pragma once
// Only the digest and HMAC interfaces of libcrypto. EVP_sha256 and EVP_DigestInit_ex are plain functions, but
// the context type is opaque and the engine argument always null: the inline functions say so once.
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <stddef.h>
#include <sys/random.h>

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

// HMAC-SHA-256 under one key, for many messages; NULL when the library refuses to work.
static inline void *sipas_hmac_begin(const void *key, size_t count) {
  EVP_MAC *algorithm = EVP_MAC_fetch(NULL, "HMAC", NULL);
  EVP_MAC_CTX *context = algorithm ? EVP_MAC_CTX_new(algorithm) : NULL;
  EVP_MAC_free(algorithm);
  char name[] = "SHA256";
  OSSL_PARAM parameters[2] = {
    OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0), OSSL_PARAM_construct_end()};
  if (context && EVP_MAC_init(context, (const unsigned char *)key, count, parameters) != 1) {
    EVP_MAC_CTX_free(context);
    return NULL;
  }
  return context;
}

// Writes 32 bytes to `code`; the context stays ready for the next message.
static inline int sipas_hmac(
  void *context, const void *message, size_t count, unsigned char *code) {
  EVP_MAC_CTX *mac = (EVP_MAC_CTX *)context;
  size_t length = 0;
  return EVP_MAC_init(mac, NULL, 0, NULL) == 1
    && EVP_MAC_update(mac, (const unsigned char *)message, count) == 1
    && EVP_MAC_final(mac, code, &length, 32) == 1 && length == 32;
}

static inline void sipas_hmac_end(void *context) { EVP_MAC_CTX_free((EVP_MAC_CTX *)context); }

// 1 when all of `bytes` were filled with random bytes of the kernel. At most 256.
static inline int sipas_random(void *bytes, size_t count) {
  return getrandom(bytes, count, 0) == (ssize_t)count;
}
