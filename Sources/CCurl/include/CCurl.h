// The part of libcurl that Tidings uses, opened when it is first needed: linked, it would cost every start 5
// ms. Its variadic functions become one door for each type of argument.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>

// Opens the library, once; returns CC_OK or why it cannot be used. Thread-safe.
enum {
    CC_OK = 0,
    CC_MISSING,
    CC_TOO_OLD,
};
int cc_open(void);
// The version as 0xXXYYZZ. Like all below only after cc_open said CC_OK.
unsigned int cc_version(void);

CURL *cc_easy_new(void);
void cc_easy_free(CURL *easy);
void cc_easy_reset(CURL *easy);
const char *cc_words(CURLcode code);

// Options that this libcurl does not know are refused, which is no harm for those that are used here.
CURLcode cc_set_long(CURL *easy, CURLoption option, long value);
CURLcode cc_set_large(CURL *easy, CURLoption option, curl_off_t value);
CURLcode cc_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode cc_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode cc_set_taker(CURL *easy, CURLoption option, curl_write_callback taker);
CURLcode cc_set_opener(CURL *easy, curl_opensocket_callback opener);
// Gives all callbacks of a transfer the same context.
CURLcode cc_set_context(CURL *easy, void *context);
CURLcode cc_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode cc_get_text(CURL *easy, CURLINFO info, const char **value);
// The number of a peer in network order: how many bytes it has, 4 or 16; 0 for what is no internet address.
int cc_number(const struct curl_sockaddr *peer, unsigned char bytes[16]);

struct curl_slist *cc_list_append(struct curl_slist *list, const char *text);
void cc_list_free(struct curl_slist *list);

CURLM *cc_multi_new(long kept_connections);
void cc_multi_free(CURLM *multi);
CURLMcode cc_multi_add(CURLM *multi, CURL *easy);
CURLMcode cc_multi_remove(CURLM *multi, CURL *easy);
CURLMcode cc_multi_perform(CURLM *multi, int *running);
CURLMcode cc_multi_poll(CURLM *multi, int milliseconds);
CURLMcode cc_multi_wakeup(CURLM *multi);
// The next transfer that ended, with its result; NULL if there is none.
CURL *cc_multi_ended(CURLM *multi, CURLcode *result);

#endif
