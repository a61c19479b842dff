package org.kitstream.bridge.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;

/**
 * Stands for another context that may change at any time: each new connection gets an engine of the
 * one that holds then. Netty's own {@code DelegatingSslContext} cannot change.
 */
final class SwitchedSslContext extends SslContext {

  private volatile SslContext now;

  SwitchedSslContext(SslContext first) {
    this.now = first;
  }

  void switchTo(SslContext next) {
    now = next;
  }

  @Override
  public boolean isClient() {
    return now.isClient();
  }

  @Override
  public List<String> cipherSuites() {
    return now.cipherSuites();
  }

  @Override
  @SuppressWarnings("deprecation") // the method is abstract, so it must be there
  public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
    return now.applicationProtocolNegotiator();
  }

  @Override
  public SSLEngine newEngine(ByteBufAllocator allocator) {
    return now.newEngine(allocator);
  }

  @Override
  public SSLEngine newEngine(ByteBufAllocator allocator, String peerHost, int peerPort) {
    return now.newEngine(allocator, peerHost, peerPort);
  }

  @Override
  public SSLSessionContext sessionContext() {
    return now.sessionContext();
  }
}
