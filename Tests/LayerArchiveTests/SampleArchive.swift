/// Archives that gzip and tar programs made, in Base64.
enum SampleArchive {
    /// `web/Chart.yaml`, `web/values.yaml` and `web/README.md`, compressed as well as it goes.
    static let dynamicCodes = """
        H4sIAAAAAAACA+3Vvw6CMBDH8c48BYk7HKbShM0oo4tvULSJJmAMfyS+vdXFyIILDPr9LHfp0qH93fWuiDcnW7fR3ValmoR4qdav6g2r\
        SLJ898/zRLQWFYqaQde0tvbXq/90sZXLwt4VgcIf8i8f32zZuWa6ATCWf6NlmH8jKfmfQ+2u5flgmyxMAvrf67/J/z5fb3d5VB0n+mOj\
        +9+H/SP/YoxZkf85LNj9AAAAAAAAAAAAAPATHpJ80ScAKAAA
        """

    /// The same with the format's own codes.
    static let fixedCodes = """
        H4sIAAAAAAACAytPTdJ3zkgsKtGrTMzNYaAJMAACMxMTMA0E6LSBgaERgg0SNzQwMTFgUDBgoAMoLS5JLAJazzAyQV5ibqqVQnlqEhfD\
        KBiBABjz+mWJOaWpxbQrAAjlf3MTA/T8b25gNpr/6QGKUgtyMpMTi60UDLlG2cOPTUz+D3J1dPF11ctNoVEaI1j/AzM7Sv43MDc3Nx3N\
        //QAyqN1/ygYBaNgFIyCUTAKRsEoGAWjYBSMglEwCkbBKBgFo2AUjIJRMApGwSgYBaNgFAwLAACSfNEnACgAAA==
        """

    /// A name of more than 200 bytes as GNU tar writes it.
    static let longNames = """
        H4sIAAAAAAACA+3TQQrCMBBA0Vl7ipwgiW3a2XqAXMLSICJU0Ygev5SC4KLLFKX/bWaY7fCts+4Qr8MpnoeLlOFnS9PXqp99vqu2QUyU\
        FTwf+Xg3RjbqlTrX/ySXinF9Sjeb31k2b43/T1G3ISz2733z3X+9rxoV4+m/uKmEHRkAAAAAAAAAAAAAAAD8rREBBqU6ACgAAA==
        """

    /// The same as POSIX has it, and a name that is not ASCII.
    static let paxNames = """
        H4sIAAAAAAACA+3VMQ6CMBiG4c6eghPQv1AxDkZHR69QQxNHghg5nJsXE3QgDMSpSOz7LG26NM3fL1+qU304ufboXelrFYR8TK1izbB/\
        nxvJuqOkVTO4XRtXd9erOGWFTSrXXHZ3f9blImkfjC69r9KmbVaRjl/NMfY+1IW1k/kXWY/zn5vcbFQi5D+4PgDRfn6odAH9L1lO//+I\
        2Q71/3xEXYXR9v++H3vAO773fzbOv2xsbuj/WZ5P3AEAAAAAAAAAAP7KC03TcAUAKAAA
        """
}
